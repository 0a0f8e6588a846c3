package simul.ci.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simul.conformance.verdict.Verdict;
import simul.spec.text.JsonText;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;
import simul.spec.yaml.Shape;
import simul.spec.yaml.ShapeChecker;
import simul.spec.yaml.Value;
import simul.spec.yaml.YamlReader;

/**
 * Findings as JSON, and back: what was found out about a submission outlives the program that found
 * it, so that a class can be graded with breaks, and marked again under another rubric.
 */
public final class FindingsFile {
  private static final Shape LINE =
      new Shape.Text(java.util.regex.Pattern.compile("(?s).{0,10000}"), "a text");
  private static final Shape VERDICT =
      new Shape.Choice(List.of("pass", "fail", "inconclusive", "skipped"));
  private static final Shape OUTCOME =
      Shape.Mapping.of().required("verdict", VERDICT).required("words", LINE);
  private static final Shape ROOT =
      Shape.Mapping.of()
          .required(
              "build", Shape.Mapping.of().required("strategy", LINE).optional("firstError", LINE))
          .optional("notServed", LINE)
          .required(
              "checks",
              Shape.Sequence.of(
                  Shape.Mapping.of()
                      .required("id", LINE)
                      .required("verdict", VERDICT)
                      .required("runs", new Shape.Whole(1, 1000))
                      .optional("reason", LINE),
                  0))
          .optional("load", OUTCOME)
          .optional("streams", OUTCOME)
          .optional(
              "model",
              Shape.Mapping.of()
                  .optional("name", LINE)
                  .required("complete", new Shape.Choice(List.of("true", "false")))
                  .required("evidence", Shape.Sequence.of(LINE, 0)))
          .required("daysLate", new Shape.Whole(0, 100_000));

  private FindingsFile() {}

  /** The text of a file that holds them. */
  public static String text(Findings findings) {
    return JsonText.of(json(findings));
  }

  private static Map<String, Object> json(Findings findings) {
    Map<String, Object> root = new LinkedHashMap<>();
    Map<String, Object> build = new LinkedHashMap<>();
    build.put("strategy", findings.build().strategy());
    findings.build().firstError().ifPresent(error -> build.put("firstError", error));
    root.put("build", build);
    findings.served().ifPresent(why -> root.put("notServed", why));
    List<Object> checks = new ArrayList<>();
    for (Findings.Checked check : findings.checks()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", check.id());
      one.put("verdict", word(check.verdict()));
      one.put("runs", check.runs());
      check.reason().ifPresent(reason -> one.put("reason", reason));
      checks.add(one);
    }
    root.put("checks", checks);
    findings.load().ifPresent(load -> root.put("load", outcome(load)));
    findings.streams().ifPresent(streams -> root.put("streams", outcome(streams)));
    findings.model().ifPresent(model -> root.put("model", model(model)));
    root.put("daysLate", findings.daysLate());
    return root;
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> outcome(Findings.Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("verdict", word(outcome.verdict()));
    json.put("words", outcome.words());
    return json;
  }

  private static Map<String, Object> model(Findings.ModelFound model) {
    Map<String, Object> json = new LinkedHashMap<>();
    model.name().ifPresent(name -> json.put("name", name));
    json.put("complete", model.complete());
    json.put("evidence", model.evidence());
    return json;
  }

  /**
   * The findings that such a text holds; empty when it holds none, be it cut off or of another
   * program.
   */
  public static Optional<Findings> parse(String text) {
    Problems problems = new Problems("findings");
    Optional<Value> root = new YamlReader("findings", problems).read(text);
    root.ifPresent(value -> new ShapeChecker(problems).check("the findings", value, ROOT));
    return problems.anyError() ? Optional.empty() : root.map(Reader::of).map(FindingsFile::bind);
  }

  private static Findings bind(Reader root) {
    Reader build = root.map("build");
    return new Findings(
        new Findings.Build(build.text("strategy").orElse(""), build.text("firstError")),
        root.text("notServed"),
        root.list("checks").stream()
            .map(
                check ->
                    new Findings.Checked(
                        check.text("id").orElseThrow(),
                        check.choice("verdict", Verdict.class).orElseThrow(),
                        (int) check.whole("runs", 1),
                        check.text("reason")))
            .toList(),
        outcome(root, "load"),
        outcome(root, "streams"),
        root.has("model") ? Optional.of(model(root.map("model"))) : Optional.empty(),
        (int) root.whole("daysLate", 0));
  }

  private static Optional<Findings.Outcome> outcome(Reader root, String key) {
    Reader outcome = root.map(key);
    return root.has(key)
        ? Optional.of(
            new Findings.Outcome(
                outcome.choice("verdict", Verdict.class).orElseThrow(),
                outcome.text("words").orElse("")))
        : Optional.empty();
  }

  private static Findings.ModelFound model(Reader model) {
    return new Findings.ModelFound(
        model.text("name"),
        model.text("complete").orElse("").equals("true"),
        model.list("evidence").stream()
            .map(Reader::value)
            .map(value -> ((Value.Scalar) value).text())
            .toList());
  }
}
