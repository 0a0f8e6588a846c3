package simul.ci.grade;

import java.util.List;
import java.util.regex.Pattern;
import simul.spec.yaml.Shape;

/** The grammar of rubric files. */
final class RubricShape {
  /** The version of the rubric language. */
  static final int VERSION = 1;

  static final int MOST_CLIENTS = 1000;

  private static final Shape NAME =
      new Shape.Text(Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}"), "a name");
  private static final Shape WORDS =
      new Shape.Text(Pattern.compile("[^\\p{Cc}]{1,200}"), "a text of one line");
  private static final Shape RULES =
      new Shape.Text(
          Pattern.compile("[A-Za-z]+-[0-9*]{1,3}|[A-Za-z]+\\*|\\*"),
          "rules such as FRAME-003 or JOIN-*");
  private static final Shape DURATION =
      new Shape.Text(Pattern.compile("[0-9]{1,6}(ms|s|m)"), "a duration such as 500ms, 10s or 2m");
  private static final Shape POINTS = new Shape.Number(0, 10_000);
  private static final Shape SWITCH = new Shape.Choice(List.of("true", "false"));

  private static final Shape TITLE = Shape.Mapping.of().required("en", WORDS).required("ko", WORDS);

  private static final Shape PART =
      Shape.Mapping.of()
          .required("name", NAME)
          .required("title", TITLE)
          .required("points", POINTS)
          .optional("bonus", SWITCH)
          .optional("hidden", SWITCH)
          .optional("requirements", Shape.Sequence.of(RULES, 1))
          .optional(
              "swarm",
              Shape.Mapping.of()
                  .required("clients", new Shape.Whole(1, MOST_CLIENTS))
                  .required("duration", DURATION))
          .optional("fuzz", DURATION)
          .optional("io-model", Shape.Sequence.of(NAME, 1));

  static final Shape ROOT =
      Shape.Mapping.of()
          .required("rubric", new Shape.Whole(VERSION, VERSION))
          .required("name", NAME)
          .required("title", TITLE)
          .optional("spec", WORDS)
          .required("points", POINTS)
          .optional("required", Shape.Sequence.of(RULES, 1))
          .required("parts", Shape.Sequence.of(PART, 1))
          .optional(
              "penalties",
              Shape.Mapping.of()
                  .optional(
                      "late",
                      Shape.Mapping.of().required("per-day", POINTS).required("most", POINTS))
                  .optional("does-not-build", Shape.Mapping.of().required("at-most", POINTS)));

  private RubricShape() {}
}
