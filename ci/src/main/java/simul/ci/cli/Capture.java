package simul.ci.cli;

import java.io.IOException;
import java.util.Optional;
import simul.ci.report.TrafficCapture;
import simul.conformance.probe.Recorder;
import simul.spec.rule.RuleCatalogue;

/** The traffic of a run, in the file that was asked for, or nowhere. */
final class Capture implements AutoCloseable {
  private final ResultFile file;
  private final Optional<TrafficCapture> capture;

  private Capture(ResultFile file, Optional<TrafficCapture> capture) {
    this.file = file;
    this.capture = capture;
  }

  /**
   * Begins the file.
   *
   * @param name null for none
   */
  static Capture to(String name) {
    ResultFile file = new ResultFile("--pcapng", name);
    if (name == null) {
      return new Capture(file, Optional.empty());
    }
    file.checkWritable();
    try {
      return new Capture(file, Optional.of(new TrafficCapture(file.path(), Version.text())));
    } catch (IOException e) {
      throw CommandFailure.usage("--pcapng " + name + ": cannot be written: " + e.getMessage());
    }
  }

  /** Takes part in the connections of a check. */
  Recorder recorder(String id) {
    String comment = RuleCatalogue.find(id).map(rule -> id + ": " + rule.english()).orElse(id);
    return capture.map(open -> open.recorder(comment)).orElse(Recorder.NONE);
  }

  /** Why the file is not complete, if it is not. */
  Optional<String> complaint() {
    return capture
        .flatMap(TrafficCapture::failure)
        .map(e -> "the capture " + file.name() + " ends early: " + e.getMessage());
  }

  @Override
  public void close() {
    capture.ifPresent(TrafficCapture::close);
  }
}
