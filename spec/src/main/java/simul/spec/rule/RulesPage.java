package simul.spec.rule;

import java.util.List;

/** The catalogue as a page in Markdown, for {@code spec/docs/rules.md}. */
public final class RulesPage {
  private RulesPage() {}

  /** The whole page. */
  public static String text() {
    StringBuilder page = new StringBuilder();
    page.append("# Rules\n\n");
    page.append("What is asked of a server. Sections are those of the assignment's page, \"What a");
    page.append(
        " server does\".\nThis page is generated from the catalogue; a test keeps it so.\n");
    List<String> areas = RuleCatalogue.all().stream().map(Rule::area).distinct().toList();
    for (String area : areas) {
      page.append("\n## ").append(area).append('\n');
      page.append("\n| rule | level | section | a server does right when | |\n");
      page.append("| --- | --- | --- | --- | --- |\n");
      RuleCatalogue.all().stream()
          .filter(rule -> rule.area().equals(area))
          .forEach(rule -> page.append(row(rule)));
    }
    return page.toString();
  }

  private static String row(Rule rule) {
    return "| "
        + rule.id()
        + " | "
        + rule.level()
        + " | "
        + (rule.section() == 0 ? "" : rule.section())
        + " | "
        + rule.english()
        + " | "
        + rule.korean()
        + " |\n";
  }
}
