package simul.conformance.verdict;

import java.util.List;
import java.util.Optional;

/**
 * How a target's process ended by itself.
 *
 * @param status its exit status; 128 and the signal's number when a signal ended it
 * @param signal the signal's name, if one ended it: {@code SIGSEGV}
 * @param lastOutput the last lines that it printed, fit to be shown
 */
public record ProcessExit(int status, Optional<String> signal, List<String> lastOutput) {
  public ProcessExit {
    lastOutput = List.copyOf(lastOutput);
  }

  /** The status, and the signal where there is one: {@code 139 (SIGSEGV)}. */
  public String text() {
    return status + signal.map(name -> " (" + name + ")").orElse("");
  }
}
