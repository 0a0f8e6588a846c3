package simul.conformance.survey;

import java.time.Duration;

/**
 * The bytes of one read.
 *
 * @param at when, counted from the start of the recording
 * @param since how long after what may have caused it
 * @param cause the connection whose opening or end may have caused it
 */
record Delivery(
    String connection,
    Duration at,
    Duration since,
    Occasion occasion,
    String cause,
    byte[] bytes) {}
