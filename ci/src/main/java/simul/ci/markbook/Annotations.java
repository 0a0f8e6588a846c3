package simul.ci.markbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simul.ci.grade.Marks;
import simul.conformance.explain.Language;

/**
 * What GitHub Actions shows beside a run: commands for standard output, each at the start of a
 * line. All text is escaped, so that nothing that a submission has chosen becomes a command of its
 * own.
 */
public final class Annotations {
  /** GitHub drops what is beyond ten of a kind, silently: the tenth says how many there are. */
  private static final int MOST_OF_KIND = 9;

  private static final int MOST_CHARACTERS = 1000;

  /** What compilers and the evidence for I/O models begin with. */
  private static final Pattern PLACE = Pattern.compile("([^:*?\"<>|]{1,200}):(\\d{1,7})\\b.*");

  private final Graded graded;
  private final Words words;
  private final Telling telling;
  private final List<String> errors = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private Annotations(Graded graded, Language language) {
    this.graded = graded;
    this.words = new Words(language);
    this.telling = new Telling(graded, language);
  }

  /** The commands, one a line, without line ends. */
  public static List<String> of(Graded graded, Language language) {
    return new Annotations(graded, language).lines();
  }

  private List<String> lines() {
    graded
        .findings()
        .build()
        .firstError()
        .ifPresent(error -> errors.add(command("error", place(error), title("build"), error)));
    graded
        .findings()
        .served()
        .ifPresent(
            why ->
                errors.add(command("error", "", title("run"), words.say("note.not-serving", why))));
    graded
        .marks()
        .deductions()
        .forEach(d -> warnings.add(command("warning", "", taken(d), telling.deduction(d))));
    graded.marks().parts().stream()
        .filter(part -> !part.part().hidden())
        .forEach(part -> telling.requirements(part).forEach(told -> add(part, told)));
    List<String> all = new ArrayList<>(limited("error", errors));
    all.addAll(limited("warning", warnings));
    Marks marks = graded.marks();
    String points = words.say("points", marks.points(), marks.most());
    all.add(command("notice", "", points, String.join(" ", telling.lead())));
    return all;
  }

  private static String title(String word) {
    return "simul " + word;
  }

  private static String taken(Marks.Deduction deduction) {
    return "-" + Words.points(deduction.points());
  }

  private void add(Marks.PartMark part, Telling.Told told) {
    if (told.rules().isEmpty()) {
      String name = told.name().isEmpty() ? part.part().name() : told.name();
      add(name, told.status(), told.expected(), told.seen());
    } else {
      told.rules()
          .forEach(rule -> add(rule.rule().id(), rule.status(), rule.expected(), rule.seen()));
    }
  }

  private void add(String name, Marks.Status status, String expected, List<String> seen) {
    String text = seen.isEmpty() ? expected : expected + ": " + String.join("; ", seen);
    String place =
        seen.stream().map(Annotations::place).filter(p -> !p.isEmpty()).findFirst().orElse("");
    if (status == Marks.Status.BROKEN) {
      errors.add(command("error", place, name, text));
    } else if (status == Marks.Status.UNDECIDED) {
      warnings.add(command("warning", place, name, words.status(status) + ": " + text));
    }
  }

  private List<String> limited(String kind, List<String> all) {
    if (all.size() <= MOST_OF_KIND) {
      return all;
    }
    List<String> some = new ArrayList<>(all.subList(0, MOST_OF_KIND));
    some.add(
        command(
            kind, "", title("grade"), words.say("summary.annotations", all.size() - MOST_OF_KIND)));
    return some;
  }

  /** A place in a source file as properties of a command; empty where a text begins with none. */
  private static String place(String text) {
    Matcher matcher = PLACE.matcher(Printable.line(text));
    return matcher.matches()
        ? "file=" + property(matcher.group(1)) + ",line=" + matcher.group(2) + ","
        : "";
  }

  private static String command(String kind, String place, String title, String message) {
    return "::" + kind + " " + place + "title=" + property(title) + "::" + data(message);
  }

  /** Text of a command. */
  static String data(String text) {
    return Printable.cut(Printable.line(text), MOST_CHARACTERS).replace("%", "%25");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
