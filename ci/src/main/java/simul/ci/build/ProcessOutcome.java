package simul.ci.build;

import java.time.Duration;

/**
 * How a program of a build ended.
 *
 * @param status 0 when it is content; of no meaning when it was ended
 * @param timedOut whether it was ended because of its time limit
 * @param took from its start to its end
 */
public record ProcessOutcome(int status, boolean timedOut, Duration took) {
  /** Whether it did what it was to do. */
  public boolean isSuccess() {
    return status == 0 && !timedOut;
  }
}
