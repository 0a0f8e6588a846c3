package simul.ci.markbook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import simul.ci.grade.Marks;
import simul.conformance.explain.Language;

/**
 * The summary of a job on GitHub Actions: Markdown to append to the file that the runner names.
 * Text that a submission may have chosen has no Markdown and no HTML in it. Of hidden parts it has
 * the points alone.
 */
public final class JobSummary {
  /** GitHub takes a mebibyte for a step; the last of it is for saying that there was more. */
  static final int MOST_BYTES = (1 << 20) - 4096;

  private final Words words;
  private final StringBuilder out = new StringBuilder();
  private int bytes;
  private boolean full;

  private JobSummary(Language language) {
    this.words = new Words(language);
  }

  /**
   * The summary of some submissions: a table of all, where there are several, and each by itself.
   */
  public static String of(List<Graded> graded, Language language) {
    JobSummary summary = new JobSummary(language);
    if (graded.size() > 1) {
      summary.table(ClassOrder.of(graded));
    }
    ClassOrder.of(graded).forEach(summary::submission);
    if (summary.full) {
      summary.out.append("\n").append(escape(summary.words.say("summary.cut"))).append("\n");
    }
    return summary.out.toString();
  }

  private void line(String line) {
    int size = line.getBytes(StandardCharsets.UTF_8).length + 1;
    if (full || bytes + size > MOST_BYTES) {
      full = true;
      return;
    }
    bytes += size;
    out.append(line).append('\n');
  }

  private void table(List<Graded> graded) {
    line(row(words.say("column.file"), words.say("column.points"), words.say("column.undecided")));
    line("| --- | ---: | ---: |");
    for (Graded one : graded) {
      Marks marks = one.marks();
      line(row(one.who(), Words.points(marks.points()), Words.points(marks.undecided())));
    }
    line("");
  }

  private static String row(String... cells) {
    return "| "
        + String.join(" | ", List.of(cells).stream().map(JobSummary::escape).toList())
        + " |";
  }

  private void submission(Graded graded) {
    Telling telling = new Telling(graded, words.language());
    Marks marks = graded.marks();
    line("## " + escape(graded.who()));
    line("");
    line("**" + escape(words.say("points", marks.points(), marks.most())) + "**");
    telling.lead().forEach(text -> line(escape(text)));
    line("");
    line(row("", words.say("column.points"), words.say("column.most")));
    line("| --- | ---: | ---: |");
    for (ScoreSheet.Line item : ScoreSheet.of(graded, words.language()).lines()) {
      String most = item.part().map(p -> Words.points(p.part().points())).orElse("");
      line(row(item.title(), Words.points(item.points()), most));
    }
    line(row(words.say("total"), Words.points(marks.points()), Words.points(marks.most())));
    line("");
    telling.notes().forEach(note -> line("- " + escape(note)));
    telling.model().forEach(note -> line("- " + escape(note)));
    line("");
    marks.parts().stream()
        .filter(part -> !part.part().hidden())
        .forEach(part -> telling.requirements(part).forEach(told -> requirement(told)));
    home(telling.atHome());
  }

  private void requirement(Telling.Told told) {
    if (told.rules().isEmpty()) {
      item(told.name(), told.status(), told.expected(), told.seen());
    } else {
      told.rules()
          .forEach(rule -> item(rule.rule().id(), rule.status(), rule.expected(), rule.seen()));
    }
  }

  private void item(String name, Marks.Status status, String expected, List<String> seen) {
    if (status != Marks.Status.BROKEN && status != Marks.Status.UNDECIDED) {
      return;
    }
    String id = name.isEmpty() ? "" : "**" + escape(name) + "** ";
    line("- " + Html.mark(status) + " " + id + escape(expected));
    seen.forEach(text -> line("  - " + escape(text)));
  }

  private void home(List<String> commands) {
    if (commands.isEmpty()) {
      return;
    }
    line("");
    line(escape(words.say("heading.at-home")));
    commands.forEach(command -> line("- <code>" + escape(command) + "</code>"));
    line("");
  }

  /** Plain text: a character that Markdown or HTML could take for its own is named by number. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    Printable.line(text)
        .codePoints()
        .forEach(
            c -> {
              if (c < 128 && c != ' ' && c != ',' && c != '.' && !Character.isLetterOrDigit(c)
                  || c == '.' && followsWww(out)) {
                out.append("&#").append(c).append(';');
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** Markdown of GitHub makes a link of such a word. */
  private static boolean followsWww(StringBuilder out) {
    int length = out.length();
    return length >= 3 && out.substring(length - 3).equalsIgnoreCase("www");
  }
}
