package simul.ci.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import simul.ci.build.Listening;
import simul.ci.build.Project;
import simul.ci.grade.Findings;
import simul.ci.iomodel.Constraint;
import simul.ci.iomodel.IoModel;
import simul.ci.iomodel.IoModelDetector;
import simul.ci.iomodel.IoModelReport;
import simul.ci.iomodel.IoModelText;
import simul.ci.iomodel.Strength;
import simul.conformance.explain.Language;
import simul.spec.header.SourceFile;
import simul.spec.source.SourceProgram;

/** What sources say of a project: whether it is the server, and by which I/O model it serves. */
final class Models {
  private static final int MOST_EVIDENCE = 6;

  private Models() {}

  /** Tells a server from a client by its sources; a word in a comment is none. */
  static Predicate<Project> isServer() {
    Listening words = new Listening();
    // Parsing takes time, and most projects never name the function.
    return project ->
        words.test(project) && (!isCpp(project) || IoModelDetector.isServer(program(project)));
  }

  private static boolean isCpp(Project project) {
    return project.sources().stream()
        .map(source -> source.getFileName().toString().toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.endsWith(".cpp") || name.endsWith(".cc") || name.endsWith(".c"));
  }

  private static SourceProgram program(Project project) {
    return SourceProgram.parse(sources(project));
  }

  private static List<SourceFile> sources(Project project) {
    List<SourceFile> sources = new ArrayList<>();
    for (Path source : project.sources()) {
      try {
        SourceFile file = SourceFile.load(source);
        String name = project.folder().relativize(source).toString();
        sources.add(new SourceFile(name, file.text()));
      } catch (IOException e) {
        // What cannot be read cannot be built either, and the build says so.
        continue;
      }
    }
    return sources;
  }

  /** The I/O model of a server; empty where it is not written in C++. */
  static Optional<Findings.ModelFound> of(Project server, Language language) {
    if (!isCpp(server)) {
      return Optional.empty();
    }
    List<SourceFile> sources = sources(server);
    IoModelReport report = IoModelDetector.detect(sources);
    List<String> evidence = new ArrayList<>();
    evidence.add(new IoModelText(language).constraint(report));
    report.evidence(Strength.DECISIVE).stream()
        .limit(MOST_EVIDENCE)
        .map(each -> each.place().file() + ":" + each.place().line() + " " + each.text())
        .forEach(evidence::add);
    boolean whole =
        report.models().size() == 1 && report.constraint().holds() != Constraint.Holds.PARTLY;
    Optional<String> name =
        report.constraint().holds() == Constraint.Holds.UNKNOWN
            ? Optional.empty()
            : report.models().stream().findFirst().map(Models::word);
    return Optional.of(new Findings.ModelFound(name, whole, evidence));
  }

  /** The word that {@code serve --io-model} and rubrics have for it. */
  private static String word(IoModel model) {
    return switch (model) {
      case SOCKET_THREAD -> "thread";
      case NON_BLOCKING -> "nonblocking";
      case WSA_ASYNC_SELECT -> "async-select";
      case WSA_EVENT_SELECT -> "event-select";
      case IO_COMPLETION_PORT -> "iocp";
      default -> model.word();
    };
  }
}
