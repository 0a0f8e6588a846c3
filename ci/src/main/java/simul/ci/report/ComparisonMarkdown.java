package simul.ci.report;

import java.util.Collections;
import java.util.List;
import simul.ci.compare.Comparison;
import simul.conformance.explain.Language;

/** A comparison of the I/O models as a Markdown page, in English and then in Korean. */
public final class ComparisonMarkdown {
  private final StringBuilder out = new StringBuilder();

  private ComparisonMarkdown() {}

  /** The page. */
  public static String of(Comparison comparison) {
    ComparisonMarkdown page = new ComparisonMarkdown();
    page.part(comparison, Language.ENGLISH, "#");
    page.out.append('\n');
    page.part(comparison, Language.KOREAN, "##");
    return page.out.toString();
  }

  private void part(Comparison comparison, Language language, String level) {
    ComparisonText text = new ComparisonText(comparison, language);
    line(level + " " + text.title());
    for (String paragraph : text.introduction()) {
      line("");
      line(paragraph);
    }
    line("");
    line(level + "# " + text.modelsHeading());
    table(text.modelsHeader(), text.models());
    line("");
    line(level + "# " + text.conclusionsHeading());
    table(text.conclusionsHeader(), text.conclusions());
    for (int clients : comparison.sizes()) {
      line("");
      line(level + "# " + text.heading(clients));
      table(text.header(), text.rows(clients));
    }
    if (!text.gaps().isEmpty()) {
      line("");
      text.gaps().forEach(gap -> line("- " + gap));
    }
  }

  private void table(List<String> header, List<List<String>> rows) {
    line("");
    row(header);
    row(Collections.nCopies(header.size(), "---"));
    rows.forEach(this::row);
  }

  private void row(List<String> cells) {
    line("| " + String.join(" | ", cells.stream().map(c -> c.replace("|", "\\|")).toList()) + " |");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
