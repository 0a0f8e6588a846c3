package simul.spec.header;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.cdt.core.index.IIndexFileLocation;
import org.eclipse.cdt.core.parser.FileContent;
import org.eclipse.cdt.internal.core.parser.IMacroDictionary;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContent;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContent.InclusionKind;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContentProvider;

/**
 * The given files as a small file system of their own, so that an {@code #include} finds whatever
 * of them it means, whichever folder or case it writes. It never looks at the disk.
 *
 * <p>A root file includes the prelude, then each given file, then the macros' values. Every file is
 * read once: a guard that a student forgot must not define everything twice.
 */
final class GivenFiles extends InternalFileContentProvider {
  static final String PRELUDE = "/simul/prelude";
  static final String MACRO_VALUES = "/simul/macro-values";
  static final String ROOT = "/simul/root";
  private static final String GIVEN = "/simul/given-";

  /** Where {@code #include <...>} looks. */
  static final String SYSTEM_FOLDER = "/simul/system";

  /** Headers of Windows that hold nothing but a {@code #pragma pack}. */
  static final String WINDOWS_PACKING = "/simul/packing/";

  private static final Pattern PACKING_FILE =
      Pattern.compile(".*/(pshpack[1248]\\.h|poppack\\.h)", Pattern.CASE_INSENSITIVE);
  private static final Pattern GIVEN_PATH = Pattern.compile("/simul/given-(\\d+)(/.*)?");

  private final List<SourceFile> files;
  private final Supplier<String> macroValues;
  private final Set<String> included = new HashSet<>();

  /**
   * @param macroValues asked for once everything before it has been read
   */
  GivenFiles(List<SourceFile> files, Supplier<String> macroValues) {
    this.files = files;
    this.macroValues = macroValues;
  }

  /** The file that includes all others. */
  FileContent root() {
    StringBuilder text = new StringBuilder();
    text.append("#include \"prelude\"\n");
    for (int i = 0; i < files.size(); i++) {
      text.append("#include \"given-").append(i).append("\"\n");
    }
    text.append("#include \"macro-values\"\n");
    return FileContent.create(ROOT, text.toString().toCharArray());
  }

  /** The given file that a path of the parser's stands for; empty for the files of our own. */
  Optional<SourceFile> file(String path) {
    Matcher matcher = GIVEN_PATH.matcher(path);
    return matcher.matches()
        ? Optional.of(files.get(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  /** The last line of the file that stands on a line of the root file, or on the one before. */
  Place endBefore(int rootLine) {
    SourceFile file = files.get(Math.max(0, Math.min(rootLine - 2, files.size() - 1)));
    int lines = (int) file.text().stripTrailing().chars().filter(c -> c == '\n').count() + 1;
    return new Place(file.name(), lines);
  }

  @Override
  public boolean getInclusionExists(String path) {
    return resolve(path).isPresent();
  }

  @Override
  public InternalFileContent getContentForInclusion(String path, IMacroDictionary macros) {
    return resolve(path).map(this::content).orElse(null);
  }

  @Override
  public InternalFileContent getContentForInclusion(IIndexFileLocation location, String ast) {
    return null;
  }

  private InternalFileContent content(String path) {
    if (path.startsWith(WINDOWS_PACKING)) {
      String pragma =
          path.endsWith("poppack.h")
              ? "#pragma pack(pop)\n"
              : "#pragma pack(push, " + path.replaceAll("\\D", "") + ")\n";
      return (InternalFileContent) FileContent.create(path, pragma.toCharArray());
    }
    if (!included.add(path)) {
      return new InternalFileContent(path, InclusionKind.SKIP_FILE);
    }
    String text =
        switch (path) {
          case PRELUDE -> Prelude.TEXT;
          case MACRO_VALUES -> macroValues.get();
          default -> file(path).orElseThrow().text();
        };
    return (InternalFileContent) FileContent.create(path, text.toCharArray());
  }

  /** The path of the file that an include means, or empty when no given file fits. */
  private Optional<String> resolve(String includePath) {
    String path = includePath.replace('\\', '/');
    if (path.equals(PRELUDE) || path.equals(MACRO_VALUES)) {
      return Optional.of(path);
    }
    Matcher packing = PACKING_FILE.matcher(path);
    if (packing.matches()) {
      return Optional.of(WINDOWS_PACKING + packing.group(1).toLowerCase(Locale.ROOT));
    }
    Matcher matcher = GIVEN_PATH.matcher(path);
    if (!matcher.matches()) {
      return nearest(segments(path));
    }
    if (matcher.group(2) != null) {
      return nearest(segments(matcher.group(2)));
    }
    int index = Integer.parseInt(matcher.group(1));
    return index < files.size() ? Optional.of(path(index)) : nearest(segments(path));
  }

  private String path(int index) {
    return GIVEN + index + "/" + files.get(index).name().replace('\\', '/');
  }

  /** The file whose path ends most like that one; at least the last segment must agree. */
  private Optional<String> nearest(List<String> wanted) {
    int best = 0;
    Optional<String> nearest = Optional.empty();
    for (int i = 0; i < files.size(); i++) {
      int agreeing = agreeing(wanted, segments(files.get(i).name()));
      if (agreeing > best) {
        best = agreeing;
        nearest = Optional.of(path(i));
      }
    }
    return nearest;
  }

  private static int agreeing(List<String> a, List<String> b) {
    int count = 0;
    while (count < Math.min(a.size(), b.size()) && a.get(count).equals(b.get(count))) {
      count++;
    }
    return count;
  }

  /** The segments of a path from the last to the first, in lower case, without dots. */
  private static List<String> segments(String path) {
    List<String> kept = new ArrayList<>();
    for (String segment : Arrays.asList(path.replace('\\', '/').split("/"))) {
      if (segment.equals("..") && !kept.isEmpty()) {
        kept.remove(kept.size() - 1);
      } else if (!segment.isEmpty() && !segment.startsWith(".")) {
        kept.add(segment.toLowerCase(Locale.ROOT));
      }
    }
    Collections.reverse(kept);
    return kept;
  }
}
