package simul.spec.header;

import java.util.Optional;
import simul.spec.model.Direction;

/**
 * How a client seems to ask for a step.
 *
 * @param struct qualified name of the packet; empty when a bare byte is sent
 * @param member the member that says the direction; empty when the packet's type says it
 * @param value what that member holds, or the type
 */
public record MoveGuess(
    Direction direction, Optional<String> struct, Optional<String> member, long value) {}
