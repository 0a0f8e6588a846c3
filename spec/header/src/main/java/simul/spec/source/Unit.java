package simul.spec.source;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.cdt.core.dom.ast.IASTFileLocation;
import org.eclipse.cdt.core.dom.ast.IASTMacroExpansionLocation;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTNodeLocation;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.eclipse.cdt.core.dom.parser.cpp.GPPParserExtensionConfiguration;
import org.eclipse.cdt.core.dom.parser.cpp.GPPScannerExtensionConfiguration;
import org.eclipse.cdt.core.parser.NullLogService;
import org.eclipse.cdt.core.parser.ParseError;
import org.eclipse.cdt.core.parser.ParserLanguage;
import org.eclipse.cdt.core.parser.ParserMode;
import org.eclipse.cdt.core.parser.ScannerInfo;
import org.eclipse.cdt.internal.core.dom.parser.cpp.GNUCPPSourceParser;
import org.eclipse.cdt.internal.core.parser.scanner.CPreprocessor;
import simul.spec.header.Place;
import simul.spec.header.Prelude;
import simul.spec.header.SourceFile;

/** One {@code .cpp} with all that it includes, parsed. */
final class Unit {
  private static final int LONGEST_TEXT = 160;

  private final IncludedFiles files;
  private final SourceFile file;
  private final IASTTranslationUnit tree;

  private Unit(IncludedFiles files, SourceFile file, IASTTranslationUnit tree) {
    this.files = files;
    this.file = file;
    this.tree = tree;
  }

  /**
   * Parses one of the files.
   *
   * @throws ParseError when it takes longer than the limit: the parser tries ambiguous readings one
   *     in another, which a short text can make billions
   */
  static Unit of(List<SourceFile> all, int index, String prelude, Duration limit) {
    IncludedFiles included = new IncludedFiles(all, prelude);
    CPreprocessor preprocessor =
        new CPreprocessor(
            included.root(index),
            new ScannerInfo(Prelude.switches(all), new String[] {IncludedFiles.SYSTEM_FOLDER}),
            ParserLanguage.CPP,
            new NullLogService(),
            GPPScannerExtensionConfiguration.getInstance(),
            included);
    GNUCPPSourceParser parser =
        new GNUCPPSourceParser(
            preprocessor,
            ParserMode.COMPLETE_PARSE,
            new NullLogService(),
            GPPParserExtensionConfiguration.getInstance(),
            null);
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Watch::new);
    try {
      ScheduledFuture<?> alarm =
          watch.schedule(parser::cancel, limit.toMillis(), TimeUnit.MILLISECONDS);
      IASTTranslationUnit tree = parser.parse();
      alarm.cancel(false);
      return new Unit(included, all.get(index), tree);
    } finally {
      watch.shutdownNow();
    }
  }

  /** A thread that ends the parser when it takes too long. */
  private static final class Watch extends Thread {
    Watch(Runnable task) {
      super(task, "source-parser-watch");
      setDaemon(true);
    }
  }

  IASTTranslationUnit tree() {
    return tree;
  }

  /** The given files that it read, by their numbers. */
  Set<Integer> read() {
    return files.read();
  }

  /** Whether a node begins in a given file, and not in the prelude. */
  boolean isGiven(IASTNode node) {
    return location(node).flatMap(found -> files.file(found.getFileName())).isPresent();
  }

  /** Where a node begins; what the parser found missing at the end is at the file's first line. */
  Place place(IASTNode node) {
    Optional<IASTFileLocation> location = location(node);
    return location
        .flatMap(found -> files.file(found.getFileName()))
        .map(found -> new Place(found.name(), location.get().getStartingLineNumber()))
        .orElse(new Place(file.name(), 1));
  }

  /** What tells two nodes apart, also when they are met in two units. */
  String key(IASTNode node) {
    return location(node)
        .map(found -> found.getFileName() + ":" + found.getNodeOffset())
        .orElse("");
  }

  /** Where a node begins; its own location would be the root's when it ends in another file. */
  private static Optional<IASTFileLocation> location(IASTNode node) {
    IASTNode located = node;
    while (located.getFileLocation() == null && located.getParent() != null) {
      located = located.getParent();
    }
    IASTFileLocation location = located.getFileLocation();
    if (location == null || !IncludedFiles.isRoot(location.getFileName())) {
      return Optional.ofNullable(location);
    }
    IASTNodeLocation[] parts = located.getNodeLocations();
    return Optional.ofNullable(parts.length == 0 ? location : parts[0].asFileLocation());
  }

  /** The macro that a node comes from, or that it begins with. */
  static Optional<String> macro(IASTNode node) {
    IASTNodeLocation[] parts = node.getNodeLocations();
    return parts.length > 0 && parts[0] instanceof IASTMacroExpansionLocation expansion
        ? Optional.of(expansion.getExpansion().getMacroDefinition().getName().toString())
        : Optional.empty();
  }

  /** The source of a node, on one line and not too long. */
  static String text(IASTNode node) {
    return oneLine(node.getRawSignature());
  }

  static String oneLine(String source) {
    String line = source.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT - 3) + "...";
  }
}
