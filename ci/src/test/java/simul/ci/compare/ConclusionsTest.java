package simul.ci.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import simul.ci.compare.Conclusion.Outcome;

class ConclusionsTest {
  private final List<Conclusion> conclusions = Conclusions.of(Samples.comparison());

  private Conclusion about(String start) {
    return conclusions.stream()
        .filter(conclusion -> conclusion.claim().english().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void claimIsHeldAgainstTheLargestSizeAtWhichAllPlayed() {
    Conclusion threads = about("Socket Thread");

    assertThat(threads.outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(threads.number().english())
        .isEqualTo("21 threads for 10 clients; 97.7 KB a client, with select 3.9 KB");
    assertThat(threads.number().korean())
        .isEqualTo("클라이언트 10개에 스레드 21개; 클라이언트당 97.7 KB, select는 3.9 KB");
  }

  @Test
  void claimThatTheFiguresDoNotBearOutIsContradicted() {
    assertThat(about("select").outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(about("IOCP is the fastest").outcome()).isEqualTo(Outcome.CONTRADICTED);
    assertThat(about("IOCP is the fastest").number().english())
        .isEqualTo("12,000 moves a second with 1,000 clients; the fastest is select with 20,000");
  }

  @Test
  void threadsThatStayTheSameScale() {
    assertThat(about("IOCP scales").outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(about("IOCP scales").number().english()).isEqualTo("5 threads for 1,000 clients");
  }

  @Test
  void claimAboutModelsThatWereNotMeasuredStaysOpen() {
    assertThat(about("Non-blocking").outcome()).isEqualTo(Outcome.OPEN);
    assertThat(about("WSAEventSelect").outcome()).isEqualTo(Outcome.OPEN);
  }
}
