package simul.ci.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTitleTest {
  @ParameterizedTest
  @CsvSource({
    "2019 게임서버[화목] 2015180012 홍길동 숙제 3번, 화목, 2015180012, 홍길동, 3",
    "2019_게임서버[화목]_2015180012_홍길동_숙제_3번.zip, 화목, 2015180012, 홍길동, 3",
    "2019 게임서버(월수) 2015180012 홍길동 숙제3번 (1).zip, 월수, 2015180012, 홍길동, 3",
    "게임서버 화목 2015180012홍길동 숙제#3, 화목, 2015180012, 홍길동, 3",
    "[게임서버프로그래밍] 2분반 2015180012 홍길동 3번 숙제, 2, 2015180012, 홍길동, 3",
    "홍길동_2015180012_HW03.7z, , 2015180012, 홍길동, 3",
    "2015180012 Hong Gildong Homework 3, , 2015180012, Hong Gildong, 3",
    "2015180012-남궁민수-과제3 최종.zip, , 2015180012, 남궁민수, 3",
    "20151800 홍길동, , 20151800, 홍길동, ",
    "2019 게임서버[화목] 학번 이름 숙제 3번, 화목, , , 3",
    "homework3.zip, , , , 3",
    "소켓 홍길동 3번째 숙제, , , , 3",
    "server.zip, , , , "
  })
  void saysWhatTheTitleSays(
      String title, String section, String number, String name, Integer homework) {
    MailTitle expected =
        new MailTitle(
            Optional.ofNullable(section),
            Optional.ofNullable(number),
            Optional.ofNullable(name),
            homework == null ? OptionalInt.empty() : OptionalInt.of(homework));

    assertThat(MailTitle.parse(title)).isEqualTo(expected);
    assertThat(MailTitle.parse(Normalizer.normalize(title, Normalizer.Form.NFD)))
        .as("as a Mac writes it")
        .isEqualTo(expected);
  }

  @Test
  void titleWithoutNumberAndNameIsNobodys() {
    assertThat(MailTitle.parse("server.zip").student()).isEmpty();
    assertThat(MailTitle.parse("홍길동.zip").student()).contains(new Student("", "", "홍길동"));
  }
}
