package simul.ci.markbook;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simul.ci.grade.Findings;
import simul.ci.grade.Marks;
import simul.ci.grade.Marks.Status;
import simul.ci.grade.Rubric;
import simul.conformance.check.Selection;
import simul.conformance.explain.Explanation;
import simul.conformance.explain.Language;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Transcript;
import simul.conformance.verdict.Verdict;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;

/** What a reader is told of one submission's marks, in words of one language. */
final class Telling {
  private final Graded graded;
  private final Words words;

  Telling(Graded graded, Language language) {
    this.graded = graded;
    this.words = new Words(language);
  }

  /**
   * A requirement.
   *
   * @param name its pattern of rules; empty where it is the part as a whole
   * @param expected what holds when it is kept
   * @param seen what was seen instead, or why nothing was
   * @param rules the rules that it is about, where it is about several
   */
  record Told(
      String name, Status status, String expected, List<String> seen, List<ToldRule> rules) {}

  /**
   * One rule.
   *
   * @param seen empty where it was kept
   */
  record ToldRule(Rule rule, Status status, String expected, List<String> seen) {}

  /** The rubric's title. */
  String title() {
    return graded.rubric().title().in(words.language());
  }

  /** A part's title, with what is special about it. */
  String title(Marks.PartMark part) {
    String title = part.part().title().in(words.language());
    return part.part().bonus() ? words.say("part.bonus", title, part.part().points()) : title;
  }

  /** The sentences under the mark. */
  List<String> lead() {
    Marks marks = graded.marks();
    Stream<String> undecided =
        marks.isToBeLookedAt()
            ? Stream.of(words.say("lead.undecided", marks.undecided()))
            : Stream.empty();
    boolean full = marks.points().compareTo(marks.most()) >= 0;
    return Stream.concat(Stream.of(words.say(full ? "lead.full" : "lead.lost")), undecided)
        .toList();
  }

  /** Why something was taken off. */
  String deduction(Marks.Deduction deduction) {
    return switch (deduction.reason()) {
      case UNBUILT -> words.say("deduction.unbuilt");
      case NOT_SERVING -> words.say("deduction.not-serving");
      case REQUIRED -> words.say("deduction.required", String.join(", ", graded.marks().unmet()));
      case LATE -> words.count("deduction.late", graded.findings().daysLate());
    };
  }

  /** How it was built, run and looked at, one sentence each; free of what others may not see. */
  List<String> notes() {
    Findings findings = graded.findings();
    Stream<String> build =
        findings
            .build()
            .firstError()
            .map(error -> words.say("note.unbuilt", findings.build().strategy(), error))
            .or(() -> Optional.of(words.say("note.built", findings.build().strategy())))
            .stream();
    Stream<String> served =
        findings.served().map(why -> words.say("note.not-serving", why)).stream();
    Stream<String> runs =
        graded.runs() > 1 ? Stream.of(words.say("note.runs", graded.runs())) : Stream.empty();
    Stream<String> given =
        Stream.concat(graded.port().stream(), graded.notes().stream())
            .map(note -> note.in(words.language()));
    return Stream.of(build, served, given, runs).flatMap(all -> all).map(Printable::line).toList();
  }

  /** What the sources show of their I/O model, where no part is about it. */
  List<String> model() {
    boolean told =
        graded.rubric().parts().stream().anyMatch(part -> part.measure() instanceof Rubric.Model);
    return told ? List.of() : graded.findings().model().map(this::model).orElse(List.of());
  }

  private List<String> model(Findings.ModelFound model) {
    String found =
        model.name().map(name -> words.say("seen.model", name)).orElse(words.say("seen.no-model"));
    Stream<String> half =
        model.name().isPresent() && !model.complete()
            ? Stream.of(words.say("seen.half-a-model"))
            : Stream.empty();
    return Stream.of(Stream.of(found), half, model.evidence().stream())
        .flatMap(all -> all)
        .map(Printable::line)
        .toList();
  }

  /** The requirements of a part. */
  List<Told> requirements(Marks.PartMark part) {
    return part.requirements().stream().map(mark -> requirement(part.part(), mark)).toList();
  }

  private Told requirement(Rubric.Part part, Marks.RequirementMark mark) {
    if (!(part.measure() instanceof Rubric.Requirements)) {
      return new Told("", mark.status(), whole(part.measure()), wholeSeen(part, mark), List.of());
    }
    List<Rule> rules =
        RuleCatalogue.all().stream()
            .filter(rule -> Selection.matches(mark.pattern(), rule.id()))
            .toList();
    if (rules.size() == 1) {
      ToldRule only = told(rules.get(0));
      List<String> seen = mark.status() == Status.NOT_RUN ? notRun() : only.seen();
      return new Told(mark.pattern(), mark.status(), only.expected(), seen, List.of());
    }
    // What was not run, or means nothing to this protocol, is no news.
    List<ToldRule> told = rules.stream().map(this::told).filter(Telling::tells).toList();
    String expected = words.say("expected.several", rules.size());
    if (mark.status() == Status.NOT_RUN) {
      return new Told(mark.pattern(), mark.status(), expected, notRun(), List.of());
    }
    long kept = told.stream().filter(rule -> rule.status() == Status.HELD).count();
    List<String> seen =
        told.isEmpty() ? List.of() : List.of(words.say("seen.several", kept, told.size()));
    return new Told(mark.pattern(), mark.status(), expected, seen, told);
  }

  private static boolean tells(ToldRule rule) {
    return rule.status() != Status.NOT_RUN && rule.status() != Status.NOT_APPLICABLE;
  }

  private List<String> wholeSeen(Rubric.Part part, Marks.RequirementMark mark) {
    if (part.measure() instanceof Rubric.Model && graded.findings().model().isPresent()) {
      return model(graded.findings().model().get());
    }
    if (mark.status() == Status.NOT_RUN) {
      return notRun();
    }
    return mark.words().filter(text -> !text.isBlank()).map(Printable::line).stream().toList();
  }

  private String whole(Rubric.Measure measure) {
    if (measure instanceof Rubric.Load load) {
      return words.say("expected.load", load.clients(), words.seconds(load.duration()));
    }
    if (measure instanceof Rubric.Streams streams) {
      return words.say("expected.streams", words.seconds(streams.time()));
    }
    List<String> models = ((Rubric.Model) measure).models();
    return words.say("expected.model", String.join(", ", models));
  }

  private List<String> notRun() {
    if (graded.findings().build().firstError().isPresent()) {
      return List.of(words.say("seen.unbuilt"));
    }
    return graded.findings().served().isPresent()
        ? List.of(words.say("seen.not-serving"))
        : List.of();
  }

  private ToldRule told(Rule rule) {
    String expected = words.language().text(rule);
    Optional<Findings.Checked> checked = checked(rule.id());
    if (checked.isEmpty()) {
      return new ToldRule(rule, Status.NOT_RUN, expected, List.of());
    }
    Status status = status(checked.get().verdict());
    String runs =
        checked.get().runs() > 1 ? " " + words.say("seen.runs", checked.get().runs()) : "";
    List<String> seen =
        switch (status) {
          case BROKEN -> List.of(broken(rule.id()) + runs);
          case HELD -> List.of();
          default -> checked.get().reason().map(r -> Printable.line(r) + runs).stream().toList();
        };
    return new ToldRule(rule, status, expected, seen);
  }

  /** What counts of a rule's checks: a failure, then what is undecided. */
  private Optional<Findings.Checked> checked(String id) {
    List<Verdict> worst =
        List.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS, Verdict.SKIPPED);
    return graded.findings().checks().stream()
        .filter(check -> check.id().equals(id))
        .min(Comparator.comparingInt(check -> worst.indexOf(check.verdict())));
  }

  static Status status(Verdict verdict) {
    return switch (verdict) {
      case PASS -> Status.HELD;
      case FAIL -> Status.BROKEN;
      case INCONCLUSIVE -> Status.UNDECIDED;
      case SKIPPED -> Status.NOT_APPLICABLE;
    };
  }

  private String broken(String id) {
    return failure(id)
        .map(
            check -> {
              Explanation explanation =
                  new Explanation(graded.report().get().protocol(), words.language());
              return Printable.line(explanation.actual(check.finding().get().actual()));
            })
        .orElse(words.say("seen.broken"));
  }

  private Optional<CheckResult> failure(String id) {
    return graded.report().stream()
        .flatMap(report -> report.result().checks().stream())
        .filter(check -> check.isFailureOf(id) && check.finding().isPresent())
        .min(Comparator.comparingLong(Telling::size));
  }

  /** How much one has to read to follow it. */
  private static long size(CheckResult check) {
    return check.transcript().map(Telling::events).orElse(Long.MAX_VALUE);
  }

  private static long events(Transcript transcript) {
    return transcript.connections().stream()
        .mapToLong(c -> c.first().size() + c.last().size() + c.dropped().events())
        .sum();
  }

  /** The IDs of the rules that are broken in parts that are shown, in the order of these. */
  List<String> brokenIds() {
    return graded.marks().parts().stream()
        .filter(part -> !part.part().hidden())
        .flatMap(part -> part.requirements().stream())
        .filter(requirement -> requirement.status() == Status.BROKEN)
        .flatMap(requirement -> requirement.broken().stream())
        .distinct()
        .toList();
  }

  /** The findings about these, the smallest first: it says most for the least reading. */
  List<CheckResult> counterexamples() {
    return brokenIds().stream()
        .flatMap(id -> failure(id).stream())
        .sorted(Comparator.comparingLong(Telling::size))
        .toList();
  }

  /** Command lines that show at home what was seen here. */
  List<String> atHome() {
    if (graded.report().isEmpty()) {
      return graded.replays().stream().map(Printable::line).toList();
    }
    int port = graded.report().get().target().getPort();
    String spec = graded.spec().map(name -> " --spec " + name).orElse("");
    List<String> broken = brokenIds();
    Stream<String> conform =
        broken.isEmpty()
            ? Stream.empty()
            : Stream.of(
                "bin/conform"
                    + spec
                    + " --port "
                    + port
                    + broken.stream().collect(Collectors.joining(",", " --only ", "")));
    Stream<String> replays =
        counterexamples().stream()
            .flatMap(check -> check.finding().get().replay().stream())
            .map(file -> graded.report().get().replayCommand(file));
    return Stream.of(conform, replays, graded.replays().stream())
        .flatMap(all -> all)
        .map(Printable::line)
        .toList();
  }
}
