package simul.spec.header;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.cdt.core.dom.ast.IASTFileLocation;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTNodeLocation;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.eclipse.cdt.core.dom.ast.IMacroBinding;
import org.eclipse.cdt.core.dom.parser.cpp.GPPParserExtensionConfiguration;
import org.eclipse.cdt.core.dom.parser.cpp.GPPScannerExtensionConfiguration;
import org.eclipse.cdt.core.parser.NullLogService;
import org.eclipse.cdt.core.parser.ParseError;
import org.eclipse.cdt.core.parser.ParserLanguage;
import org.eclipse.cdt.core.parser.ParserMode;
import org.eclipse.cdt.core.parser.ScannerInfo;
import org.eclipse.cdt.internal.core.dom.parser.ASTNode;
import org.eclipse.cdt.internal.core.dom.parser.cpp.GNUCPPSourceParser;
import org.eclipse.cdt.internal.core.parser.scanner.CPreprocessor;

/**
 * The given files, parsed as one program that includes them in order. Places are lines of the given
 * files; offsets number everything in the order in which a compiler sees it, across files.
 */
final class Translation {
  private final GivenFiles files;
  private final Macros macros;
  private final IASTTranslationUnit unit;

  private Translation(GivenFiles files, Macros macros, IASTTranslationUnit unit) {
    this.files = files;
    this.macros = macros;
    this.unit = unit;
  }

  /**
   * Parses files.
   *
   * @throws ParseError when it takes longer than the limit: the parser tries ambiguous readings one
   *     in another, which a short text can make billions
   */
  static Translation of(List<SourceFile> files, Duration limit) {
    List<CPreprocessor> preprocessors = new ArrayList<>();
    Macros macros = new Macros(files, () -> defined(preprocessors.get(0)));
    GivenFiles given = new GivenFiles(files, macros::declarations);
    CPreprocessor preprocessor =
        new CPreprocessor(
            given.root(),
            new ScannerInfo(Prelude.switches(files), new String[] {GivenFiles.SYSTEM_FOLDER}),
            ParserLanguage.CPP,
            new NullLogService(),
            GPPScannerExtensionConfiguration.getInstance(),
            given);
    preprocessors.add(preprocessor);
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
      IASTTranslationUnit unit = parser.parse();
      alarm.cancel(false);
      return new Translation(given, macros, unit);
    } finally {
      watch.shutdownNow();
    }
  }

  /** A thread that ends the parser when it takes too long. */
  private static final class Watch extends Thread {
    Watch(Runnable task) {
      super(task, "header-parser-watch");
      setDaemon(true);
    }
  }

  private static Map<String, IMacroBinding> defined(CPreprocessor preprocessor) {
    return new LinkedHashMap<>(preprocessor.getMacroDefinitions());
  }

  IASTTranslationUnit unit() {
    return unit;
  }

  Macros macros() {
    return macros;
  }

  /** Whether a node is of a given file or missing there: not of the prelude or macros' values. */
  boolean isGiven(IASTNode node) {
    return path(node).flatMap(files::file).isPresent() || isAtEnd(node);
  }

  /** Whether a node belongs to the macros' values. */
  boolean isMacroValue(IASTNode node) {
    return path(node).filter(GivenFiles.MACRO_VALUES::equals).isPresent();
  }

  /**
   * Whether a node begins in one file and ends in another: then its end is missing, and the parser
   * took the next files for its inside.
   */
  boolean isOpen(IASTNode node) {
    IASTFileLocation location = node.getFileLocation();
    return ((ASTNode) node).getLength() <= 0 || location != null && isRoot(location);
  }

  private static Optional<String> path(IASTNode node) {
    return location(node).map(IASTFileLocation::getFileName);
  }

  /** Where a node begins; its own location would be the root file's when it ends in another. */
  private static Optional<IASTFileLocation> location(IASTNode node) {
    IASTFileLocation location = node.getFileLocation();
    if (location != null && isRoot(location)) {
      IASTNodeLocation[] parts = node.getNodeLocations();
      return Optional.ofNullable(parts.length == 0 ? location : parts[0].asFileLocation());
    }
    return Optional.ofNullable(location);
  }

  /** Where a node begins. A node of the prelude is at a line of {@code (Windows)}. */
  Place place(IASTNode node) {
    IASTNode located = node;
    while (location(located).isEmpty() && located.getParent() != null) {
      located = located.getParent();
    }
    return location(located).map(this::place).orElse(new Place("(unknown)", 1));
  }

  private Place place(IASTFileLocation location) {
    if (isRoot(location)) {
      return files.endBefore(location.getStartingLineNumber());
    }
    if (location.getFileName().startsWith(GivenFiles.WINDOWS_PACKING)) {
      return place(location.getContextInclusionStatement().getFileLocation());
    }
    String name = files.file(location.getFileName()).map(SourceFile::name).orElse("(Windows)");
    return new Place(name, location.getStartingLineNumber());
  }

  private static boolean isRoot(IASTFileLocation location) {
    return location.getFileName().equals(GivenFiles.ROOT);
  }

  /** Whether a node begins after a given file: what the parser found missing at its end. */
  boolean isAtEnd(IASTNode node) {
    return location(node).filter(Translation::isRoot).isPresent();
  }

  /** Whether a node is the first thing on its line of a given file. */
  boolean startsLine(IASTNode node) {
    Optional<IASTFileLocation> location = location(node);
    return location
        .flatMap(found -> files.file(found.getFileName()))
        .map(SourceFile::text)
        .map(text -> text.substring(0, Math.min(location.get().getNodeOffset(), text.length())))
        .filter(before -> before.substring(before.lastIndexOf('\n') + 1).isBlank())
        .isPresent();
  }

  /** Where a node begins in the order of the compiler. */
  int offset(IASTNode node) {
    return ((ASTNode) node).getOffset();
  }
}
