package simul.ci.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RosterTest {
  private static final String KOREAN =
      "번호,분반,학번,이름\r\n1,화목,2015180012,홍길동\r\n2,화목,2015180034,\"김, 철수\"\r\n";

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("UTF-8", KOREAN.getBytes(UTF_8)),
        Arguments.of("UTF-8 with a mark", ("\ufeff" + KOREAN).getBytes(UTF_8)),
        Arguments.of("CP949", KOREAN.getBytes(Charset.forName("MS949"))),
        Arguments.of(
            "semicolons",
            KOREAN.replace(", ", "@").replace(',', ';').replace("@", ", ").getBytes(UTF_8)),
        Arguments.of(
            "English headers",
            KOREAN.replace("번호,분반,학번,이름", "No,Section,Student ID,Full Name").getBytes(UTF_8)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void readsWhatExcelWrites(String form, byte[] bytes) {
    Roster roster = Roster.decode("roster.csv", bytes);

    assertThat(roster.problems()).isEmpty();
    assertThat(roster.students())
        .containsExactly(
            new Student("화목", "2015180012", "홍길동"), new Student("화목", "2015180034", "김, 철수"));
  }

  @Test
  void namesWhatItDoesNotUnderstand() {
    String text = "학번,이름\n2015180012,홍길동\n,누구\n\n2015180012,다른이\n";

    Roster roster = Roster.decode("roster.csv", text.getBytes(UTF_8));

    assertThat(roster.problems())
        .containsExactly(
            "roster.csv:3: has no student number",
            "roster.csv:5: has the number 2015180012 of line 2 again");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'roster.csv:1: has no header line and no students'",
    "'a,b', 'roster.csv:1: has no column of student numbers (학번 or number)'"
  })
  void saysWhatIsMissing(String text, String problem) {
    assertThat(Roster.decode("roster.csv", text.getBytes(UTF_8)).problems()).contains(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "2015180012 다른이 숙제 3번, 2015180012, by number 2015180012",
    "홍길동 숙제 3번, 2015180012, by name 홍길동",
    "2015999999 홍길동, 2015180012, number 2015999999 is not on the roster; by name 홍길동",
    "이영희, , name 이영희 is on the roster 2 times",
    "박아무, , name 박아무 is not on the roster",
    "2015999999, , number 2015999999 is not on the roster; no name is said",
    "server.zip, , neither number nor name is said"
  })
  void matchesByNumberAndElseByTheOnlyName(String title, String number, String reason) {
    String text = "학번,이름\n2015180012,홍길동\n2015180001,이영희\n2015180002,이영희\n";
    Roster roster = Roster.decode("roster.csv", text.getBytes(UTF_8));

    Roster.Match match = roster.match(MailTitle.parse(title));

    assertThat(match.student().map(Student::number).orElse(null)).isEqualTo(number);
    assertThat(match.reason()).isEqualTo(reason);
  }
}
