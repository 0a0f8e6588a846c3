package simul.ci.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalsTest {

  @ParameterizedTest
  @CsvSource({
    "0,",
    "1,",
    "127,",
    "128,",
    "130, SIGINT",
    "134, SIGABRT",
    "136, SIGFPE",
    "137, SIGKILL",
    "139, SIGSEGV",
    "141, SIGPIPE",
    "143, SIGTERM",
    "192,",
    "255,",
    "-1,",
    "-1073741819, STATUS_ACCESS_VIOLATION",
    "-1073740791, STATUS_STACK_BUFFER_OVERRUN"
  })
  void namesWhatEndedProcess(int status, String name) {
    assertThat(Signals.named(status).orElse(null)).isEqualTo(name);
  }
}
