package simul.spec.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.cdt.core.parser.ParseError;
import simul.spec.header.Place;
import simul.spec.header.Prelude;
import simul.spec.header.Remark;
import simul.spec.header.SourceFile;

/**
 * The sources of one program, or of a folder that holds a few: which functions they define, what
 * each calls, and whether the program gets there. Each {@code .cpp} is parsed as a Windows compiler
 * would see it, with those of the given files that it includes; other headers are not needed.
 * Whatever the text is, it ends in a program: what could not be parsed is among its remarks.
 * Immutable once read; does no input or output.
 */
public final class SourceProgram {
  /** A long source file takes a second; what takes this long would take for ever. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** A folder of eighty large files is read in less. */
  private static final Duration LONGEST_IN_ALL = Duration.ofMinutes(2);

  private static final Set<String> UNIT_ENDINGS = Set.of("cpp", "cc", "cxx", "c++", "c");
  private static final String PRELUDE = Prelude.TEXT + "\n" + sockets();

  private final List<SourceFile> files;
  private final List<Remark> remarks;
  private final CallGraph graph;
  private final Map<Draft, SourceFunction> functions = new LinkedHashMap<>();
  private final Map<SourceFunction, Draft> drafts = new LinkedHashMap<>();
  private final List<Call> calls;
  private final Set<String> bases = new LinkedHashSet<>();

  private SourceProgram(List<SourceFile> files, Drafts read) {
    this.files = files;
    this.remarks = read.remarks();
    Lookup lookup = new Lookup(read);
    graph = new CallGraph(read, lookup);
    for (Draft draft : read.all()) {
      SourceFunction function =
          new SourceFunction(functions.size(), draft.scope, draft.name, draft.place);
      functions.put(draft, function);
      drafts.put(function, draft);
      if (draft.kind == Draft.Kind.CLASS && graph.reach(draft) != Reach.UNREACHED) {
        bases.addAll(draft.bases);
      }
    }
    CallResolver resolver = new CallResolver(read, lookup, graph, functions);
    List<Call> found = new ArrayList<>();
    read.all().forEach(draft -> found.addAll(resolver.calls(draft)));
    List<String> order = files.stream().map(SourceFile::name).toList();
    found.sort(
        Comparator.comparingInt((Call call) -> order.indexOf(call.place().file()))
            .thenComparingInt(call -> call.place().line()));
    calls = List.copyOf(found);
  }

  private static String sockets() {
    try (InputStream in = SourceProgram.class.getResourceAsStream("sockets.h")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("sockets.h", e);
    }
  }

  /** Parses files; the folders in their names tell which of two of a name an include means. */
  public static SourceProgram parse(List<SourceFile> files) {
    return parse(files, LONGEST);
  }

  static SourceProgram parse(List<SourceFile> files, Duration limit) {
    Drafts drafts = new Drafts();
    List<SourceFile> mended = new ArrayList<>(files);
    // A header that nothing includes is in no program; unless there are but headers.
    boolean anyUnit = files.stream().anyMatch(SourceProgram::isUnit);
    long deadline = System.nanoTime() + LONGEST_IN_ALL.toNanos();
    for (int i = 0; i < files.size(); i++) {
      if (isUnit(files.get(i)) || !anyUnit) {
        if (System.nanoTime() > deadline) {
          gaveUp(files.get(i), drafts, "reading all takes longer than 2 min");
        } else {
          read(mended, i, drafts, limit);
        }
      }
    }
    return new SourceProgram(List.copyOf(files), drafts);
  }

  private static boolean isUnit(SourceFile file) {
    String name = file.name();
    return UNIT_ENDINGS.contains(
        name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static void read(List<SourceFile> files, int index, Drafts drafts, Duration limit) {
    SourceFile file = files.get(index);
    try {
      new UnitReader(new Recovery(files, drafts).parse(index, PRELUDE, limit), drafts).read();
    } catch (ParseError e) {
      gaveUp(file, drafts, "reading it takes longer than " + limit.toMillis() / 1000.0 + " s");
    } catch (StackOverflowError e) {
      gaveUp(file, drafts, "it is nested deeper than the parser can follow");
    } catch (RuntimeException e) {
      // The parser is not ours, and a submission may be anything; one file must not stop the rest.
      gaveUp(file, drafts, "the parser gave up: " + e.getClass().getSimpleName());
    }
  }

  private static void gaveUp(SourceFile file, Drafts drafts, String why) {
    drafts.remark(file.name(), new Remark(new Place(file.name(), 1), "not read: " + why));
  }

  /** The files, as they were given. */
  public List<SourceFile> files() {
    return files;
  }

  /** What could not be parsed, and so may hold calls that nobody knows of. */
  public List<Remark> remarks() {
    return remarks;
  }

  /** All calls, in the order of the files. */
  public List<Call> calls() {
    return calls;
  }

  /** The functions that are defined, lambdas included. */
  public List<SourceFunction> functions() {
    return functions.entrySet().stream()
        .filter(entry -> entry.getKey().isFunction())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** {@code main} and its like; several where several programs lie in one folder. */
  public List<SourceFunction> entryPoints() {
    return graph.entries().stream().map(functions::get).toList();
  }

  /** Whether the program gets to a function. */
  public Reach reach(SourceFunction function) {
    return graph.reach(drafts.get(function));
  }

  /** All functions that some lead to, themselves included. */
  public Set<SourceFunction> reachedFrom(Collection<SourceFunction> from) {
    Set<SourceFunction> found = new LinkedHashSet<>();
    graph
        .closure(from.stream().map(drafts::get).toList(), true)
        .forEach(draft -> found.add(functions.get(draft)));
    return found;
  }

  /** What the classes that the program uses derive from, by name: a framework's are among them. */
  public Set<String> bases() {
    return Set.copyOf(bases);
  }
}
