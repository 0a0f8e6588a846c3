package simul.spec.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTFileLocation;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.eclipse.cdt.core.dom.ast.IMacroBinding;
import org.eclipse.cdt.core.dom.parser.cpp.GPPParserExtensionConfiguration;
import org.eclipse.cdt.core.dom.parser.cpp.GPPScannerExtensionConfiguration;
import org.eclipse.cdt.core.parser.NullLogService;
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

  static Translation of(List<SourceFile> files) {
    List<CPreprocessor> preprocessors = new ArrayList<>();
    Macros macros = new Macros(() -> defined(preprocessors.get(0)));
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
    return new Translation(given, macros, parser.parse());
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

  /** Whether a node is of a given file: not of the prelude, not of the macros' values. */
  boolean isGiven(IASTNode node) {
    return path(node).flatMap(files::file).isPresent();
  }

  /** Whether a node belongs to the macros' values. */
  boolean isMacroValue(IASTNode node) {
    return path(node).filter(GivenFiles.MACRO_VALUES::equals).isPresent();
  }

  private static Optional<String> path(IASTNode node) {
    return Optional.ofNullable(node.getFileLocation()).map(IASTFileLocation::getFileName);
  }

  /** Where a node begins. A node of the prelude is at a line of {@code (Windows)}. */
  Place place(IASTNode node) {
    IASTNode located = node;
    while (located.getFileLocation() == null && located.getParent() != null) {
      located = located.getParent();
    }
    IASTFileLocation location = located.getFileLocation();
    if (location == null) {
      return new Place("(unknown)", 1);
    }
    String name = files.file(location.getFileName()).map(SourceFile::name).orElse("(Windows)");
    return new Place(name, location.getStartingLineNumber());
  }

  /** Where a node begins in the order of the compiler. */
  int offset(IASTNode node) {
    return ((ASTNode) node).getOffset();
  }
}
