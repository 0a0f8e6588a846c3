package simul.spec.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.cdt.core.index.IIndexFileLocation;
import org.eclipse.cdt.core.parser.FileContent;
import org.eclipse.cdt.internal.core.parser.IMacroDictionary;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContent;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContent.InclusionKind;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContentProvider;
import simul.spec.header.SourceFile;

/**
 * What one {@code .cpp} may include: the other files of its program, whichever folder or case it
 * writes, and nothing from the disk. A root file includes the prelude, then that file. Each file is
 * read once, for a guard that a student forgot must not define everything twice.
 */
final class IncludedFiles extends InternalFileContentProvider {
  private static final String ROOT = "/simul/root";
  private static final String PRELUDE = "/simul/prelude";
  private static final String GIVEN = "/simul/given-";
  private static final Pattern GIVEN_PATH = Pattern.compile("/simul/given-(\\d+)/(.*)");

  /** Where {@code #include <...>} looks. */
  static final String SYSTEM_FOLDER = "/simul/system";

  private final List<SourceFile> files;
  private final String prelude;
  private final Set<String> included = new HashSet<>();
  private final Set<Integer> read = new HashSet<>();

  IncludedFiles(List<SourceFile> files, String prelude) {
    this.files = files;
    this.prelude = prelude;
  }

  /** The root of the unit that a file is. */
  FileContent root(int index) {
    String text = "#include \"" + PRELUDE + "\"\n#include \"" + path(index) + "\"\n";
    return FileContent.create(ROOT, text.toCharArray());
  }

  static boolean isRoot(String path) {
    return path.equals(ROOT);
  }

  /** The given file that a path of the parser's stands for; empty for the files of our own. */
  Optional<SourceFile> file(String path) {
    Matcher matcher = GIVEN_PATH.matcher(path);
    return matcher.matches()
        ? Optional.of(files.get(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  /** The given files that have been read by now, by their numbers. */
  Set<Integer> read() {
    return read;
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
    if (!included.add(path)) {
      return new InternalFileContent(path, InclusionKind.SKIP_FILE);
    }
    Matcher matcher = GIVEN_PATH.matcher(path);
    if (matcher.matches()) {
      read.add(Integer.parseInt(matcher.group(1)));
    }
    String text = file(path).map(SourceFile::text).orElse(prelude);
    return (InternalFileContent) FileContent.create(path, text.toCharArray());
  }

  private Optional<String> resolve(String includePath) {
    String path = includePath.replace('\\', '/');
    if (path.equals(PRELUDE)) {
      return Optional.of(path);
    }
    Matcher matcher = GIVEN_PATH.matcher(path);
    if (!matcher.matches()) {
      return nearest(path);
    }
    int index = Integer.parseInt(matcher.group(1));
    return path.equals(path(index)) ? Optional.of(path) : nearest(matcher.group(2));
  }

  private String path(int index) {
    return GIVEN + index + "/" + files.get(index).name().replace('\\', '/');
  }

  /** The file whose path ends most like that one; at least the last segment must agree. */
  private Optional<String> nearest(String path) {
    List<String> wanted = segments(path);
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
    for (String segment : List.of(path.replace('\\', '/').split("/"))) {
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
