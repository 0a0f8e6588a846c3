package simul.ci.cli;

/** A run that somebody may want to end, also before it has begun. Any thread. */
final class Stoppable {
  private Runnable end;
  private boolean stopped;

  /** The run is there from now on; when it is not wanted any more, it ends at once. */
  synchronized void begin(Runnable how) {
    end = how;
    if (stopped) {
      end.run();
    }
  }

  /** Ends the run, or has it end as soon as it is there. */
  synchronized void stop() {
    stopped = true;
    if (end != null) {
      end.run();
    }
  }
}
