package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The language of whoever has not named one. */
@Isolated("the default locale is that of the whole process")
class SystemLanguageTest {
  @Test
  void koreanComesWithTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.KOREA);

      Commands.Ended ended = Commands.run("explain frame-003");

      assertThat(ended.out()).contains("길이와 타입 사이에서 잘린 패킷도 하나의 패킷이다");
    } finally {
      Locale.setDefault(before);
    }
  }
}
