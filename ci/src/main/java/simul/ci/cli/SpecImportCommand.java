package simul.ci.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simul.spec.header.Guess;
import simul.spec.header.GuessReview;
import simul.spec.header.Header;
import simul.spec.header.HeaderReader;
import simul.spec.header.ImportTable;
import simul.spec.header.SourceFile;
import simul.spec.header.SpecDraft;
import simul.spec.header.SpecWriter;

/** {@code spec import}: the spec that a student's header suggests. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Makes a spec of C++ headers, or of other sources that hold the structs.",
      "Everything guessed is marked with its reason; what became of each struct goes to stderr."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:something was imported",
      "2:a file cannot be read, nothing in it is a struct, or wrong use",
      "5:a defect of this program"
    })
final class SpecImportCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private final Supplier<Optional<BufferedReader>> terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "The files, in the order in which a program includes them.")
  private List<Path> files;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "What the spec is to be called (default: as the header tells, or as the first file is).")
  private String name;

  @Option(names = "--out", paramLabel = "FILE", description = "Where the spec goes, not to stdout.")
  private Path out;

  @Option(names = "--confirm", description = "Asks about each guess, on a terminal.")
  private boolean confirm;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  SpecImportCommand() {
    this(SpecImportCommand::console);
  }

  /** With answers from elsewhere. */
  SpecImportCommand(Supplier<Optional<BufferedReader>> terminal) {
    this.terminal = terminal;
  }

  private static Optional<BufferedReader> console() {
    return Terminal.isInteractive()
        ? Optional.of(new BufferedReader(System.console().reader()))
        : Optional.empty();
  }

  @Override
  public Integer call() {
    if (name != null && !NAME.matcher(name).matches()) {
      throw CommandFailure.usage(
          "--name must be a short name (a-z, 0-9, -) that starts with a letter, but is " + name);
    }
    PrintWriter err = command.commandLine().getErr();
    List<SourceFile> sources = sources();
    Header header = HeaderReader.read(sources);
    Guess guess = Guess.of(header);
    boolean anyStruct = !guess.packets().isEmpty();
    if (anyStruct && confirm) {
      guess = reviewed(guess, err);
    }
    SpecDraft draft = SpecDraft.of(header, guess);
    ImportTable.of(draft).forEach(err::println);
    ImportTable.notes(draft).forEach(err::println);
    if (!anyStruct) {
      throw CommandFailure.usage(words(sources) + ": nothing in it is a struct of a packet");
    }
    String spec =
        SpecWriter.write(
            draft,
            name == null ? draft.toldName().orElseGet(this::nameOfFile) : name,
            sources.stream().map(SourceFile::name).toList());
    write(spec);
    return ExitCode.HOLDS;
  }

  private static String words(List<SourceFile> sources) {
    return String.join(", ", sources.stream().map(SourceFile::name).toList());
  }

  private String nameOfFile() {
    return SpecWriter.nameOf(withoutExtension(files.get(0)));
  }

  private static String withoutExtension(Path file) {
    String text = String.valueOf(file.getFileName());
    int dot = text.lastIndexOf('.');
    return dot > 0 ? text.substring(0, dot) : text;
  }

  /** All files, or a line for each that cannot be read. */
  private List<SourceFile> sources() {
    List<SourceFile> sources = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (Path file : files) {
      try {
        sources.add(SourceFile.load(file));
      } catch (IOException e) {
        complaints.add(complaint(file, e));
      }
    }
    if (!complaints.isEmpty()) {
      throw CommandFailure.usage(String.join("\n", complaints));
    }
    return sources;
  }

  private static String complaint(Path file, IOException failure) {
    if (!Files.exists(file)) {
      return file + ": no such file";
    }
    if (Files.isDirectory(file)) {
      return file + ": a directory, not a file";
    }
    boolean tooLarge = String.valueOf(failure.getMessage()).startsWith(file + ": ");
    return tooLarge ? failure.getMessage() : file + ": cannot be read";
  }

  private Guess reviewed(Guess guess, PrintWriter err) {
    Optional<BufferedReader> answers = terminal.get();
    if (answers.isEmpty()) {
      err.println(
          "simul: --confirm asks nothing, for there is no terminal;"
              + " with --out FILE instead of > FILE there may be one");
      return guess;
    }
    return GuessReview.review(
        guess,
        question -> {
          err.print(question);
          err.flush();
          try {
            return Optional.ofNullable(answers.get().readLine());
          } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be read", e);
          }
        });
  }

  private void write(String spec) {
    if (out == null) {
      PrintWriter stdout = command.commandLine().getOut();
      stdout.print(spec);
      stdout.flush();
      return;
    }
    try {
      Files.writeString(out, spec);
    } catch (IOException e) {
      throw CommandFailure.usage("--out " + out + ": cannot be written");
    }
  }
}
