package simul.ci.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the title of a mail, or the name of a file, says of a submission, as in {@code 2019 게임서버[화목]
 * 2015180012 홍길동 숙제 3번}. Students vary brackets, underscores, spaces and order, and Macs write
 * Hangul in parts; all of that is understood. What is not said is empty.
 *
 * @param section days that the course meets on, or a section's number
 * @param number the student number
 * @param name of the student
 * @param homework which one it is
 */
public record MailTitle(
    Optional<String> section,
    Optional<String> number,
    Optional<String> name,
    OptionalInt homework) {
  /** A title is a line. */
  private static final int LONGEST = 500;

  private static final Pattern END =
      Pattern.compile("(?i)\\.(zip|7z|rar|alz|egg|tar|gz|tgz|exe|jar|cpp)$");

  private static final Pattern COPY = Pattern.compile("\\(\\d\\)$|(?i)- ?(복사본|copy)$");

  /** Universities here give out 7 to 10 digits, the first of which are the year. */
  private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{7,10}(?![0-9])");

  private static final List<Pattern> HOMEWORK =
      List.of(
          Pattern.compile(
              "(?:숙제|과제|실습|homework|assignment|hw)[ #]*0?([0-9]{1,2})(?![0-9])(?: ?번째?)?(?:숙제|과제)?"),
          Pattern.compile("(?<![0-9])0?([0-9]{1,2}) ?(?:번째?|차) ?(?:숙제|과제)?"));

  private static final List<Pattern> SECTION =
      List.of(
          Pattern.compile("[\\[({<【「]\\s*([월화수목금토일]{1,3})\\s*[\\])}>】」]"),
          Pattern.compile("(?<![가-힣0-9A-Za-z])([0-9]{1,2}|[A-Za-z가나다라마]) ?분반"),
          Pattern.compile("(?<![가-힣])([월화수목금토]{2,3})(?![가-힣])"));

  private static final Set<String> OTHER_WORDS =
      Set.of(
          "게임서버",
          "게임서버프로그래밍",
          "게임",
          "서버",
          "프로그래밍",
          "네트워크",
          "네트워크게임프로그래밍",
          "숙제",
          "과제",
          "제출",
          "학번",
          "이름",
          "번",
          "번째",
          "분반",
          "학년",
          "학년도",
          "학기",
          "최종",
          "수정",
          "수정본",
          "재제출",
          "복사본",
          "클라이언트",
          "교수님",
          "년",
          "체스",
          "체스판",
          "입니다",
          "제출합니다");

  private static final Pattern HANGUL_NAME = Pattern.compile("[가-힣]{2,5}");
  private static final Pattern LATIN_NAME = Pattern.compile("[A-Z][a-z]+([ ][A-Z][a-z]+){1,2}");

  /** What a title says; a title that says nothing gives nothing. Never fails. */
  public static MailTitle parse(String title) {
    String shortened = title.length() > LONGEST ? title.substring(0, LONGEST) : title;
    String text = Normalizer.normalize(shortened, Normalizer.Form.NFC).strip();
    text = END.matcher(text).replaceFirst("");
    text = COPY.matcher(text.strip()).replaceFirst("").replaceAll("[_+,\\s]+", " ");
    Taken number = Taken.from(text, List.of(NUMBER), 0);
    Taken section = Taken.from(number.rest(), SECTION, 1);
    Taken homework = Taken.from(section.rest(), insensitive(HOMEWORK), 1);
    OptionalInt which =
        homework.found().isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(homework.found().get()));
    return new MailTitle(section.found(), number.found(), name(homework.rest()), which);
  }

  private static List<Pattern> insensitive(List<Pattern> patterns) {
    return patterns.stream()
        .map(pattern -> Pattern.compile(pattern.pattern(), Pattern.CASE_INSENSITIVE))
        .toList();
  }

  /** What was found, and the text without it. */
  private record Taken(Optional<String> found, String rest) {
    static Taken from(String text, List<Pattern> patterns, int group) {
      for (Pattern pattern : patterns) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find()) {
          String rest = text.substring(0, matcher.start()) + " | " + text.substring(matcher.end());
          return new Taken(Optional.of(matcher.group(group)), rest);
        }
      }
      return new Taken(Optional.empty(), text);
    }
  }

  /** The only word that can be one; of several, none is known to be. */
  private static Optional<String> name(String rest) {
    List<String> names = new ArrayList<>();
    for (String word : rest.split("[^가-힣]+")) {
      if (HANGUL_NAME.matcher(word).matches() && !OTHER_WORDS.contains(word)) {
        names.add(word);
      }
    }
    if (names.isEmpty()) {
      Matcher latin = LATIN_NAME.matcher(rest);
      return latin.find() ? Optional.of(latin.group()) : Optional.empty();
    }
    return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
  }

  /** Whose it is, if number or name is said. */
  public Optional<Student> student() {
    return number.isEmpty() && name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Student(section.orElse(""), number.orElse(""), name.orElse("")));
  }
}
