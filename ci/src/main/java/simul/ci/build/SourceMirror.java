package simul.ci.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of a submission that compilers other than Microsoft's understand: sources in UTF-8, line
 * for line the same, with includes that name files as they are called. Windows finds a file by any
 * case and by backslashes; here the names are looked up among the files and written anew.
 */
final class SourceMirror {
  /** What a server may read at its start, a map; films are not copied. */
  private static final long LARGEST_BYTES = 32 << 20;

  private static final Pattern INCLUDE =
      Pattern.compile(
          "^([ \\t]*#[ \\t]*include[ \\t]*)(?:\"([^\"\\n]+)\"|<([^>\\n]+)>)", Pattern.MULTILINE);

  private static final List<String> PRECOMPILED = List.of("stdafx.h", "pch.h", "targetver.h");

  private final FileTree tree;
  private final Path into;
  private final List<Path> includeFolders;
  private final Set<String> notes = new TreeSet<>();
  private final Map<Path, SourceText> texts = new LinkedHashMap<>();

  private SourceMirror(FileTree tree, Path into, List<Path> includeFolders) {
    this.tree = tree;
    this.into = into;
    this.includeFolders = includeFolders;
  }

  /**
   * Copies all files but large ones and ready programs.
   *
   * @param includeFolders of the originals, in the order in which they are searched
   */
  static SourceMirror copy(FileTree tree, Path into, List<Path> includeFolders) throws IOException {
    SourceMirror mirror = new SourceMirror(tree, into, includeFolders);
    for (Path file : tree.files()) {
      Path copy = mirror.of(file);
      Files.createDirectories(copy.getParent());
      if (isRewritten(file)) {
        Files.writeString(copy, mirror.rewritten(file), StandardCharsets.UTF_8);
      } else if (Files.size(file) <= LARGEST_BYTES && !SourceText.hasEnd(file, List.of(".exe"))) {
        Files.copy(file, copy);
      }
    }
    return mirror;
  }

  private static boolean isRewritten(Path file) {
    return SourceText.isNamed(file) && !SourceText.hasEnd(file, List.of(".java"));
  }

  /** Where the copy of a file or folder is. */
  Path of(Path original) {
    return into.resolve(tree.root().relativize(original).toString());
  }

  Path root() {
    return into;
  }

  /** What was made up for. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private String rewritten(Path file) throws IOException {
    SourceText source = SourceText.load(file);
    texts.put(file, source);
    StringBuilder result = new StringBuilder();
    int done = 0;
    // Comments are blank there, and all places are the same.
    Matcher include = INCLUDE.matcher(source.uncommented());
    while (include.find()) {
      boolean isQuoted = include.group(2) != null;
      String name = isQuoted ? include.group(2) : include.group(3);
      result.append(source.text(), done, include.start());
      result.append(include.group(1)).append(included(file, name.strip(), isQuoted));
      done = include.end();
    }
    return result.append(source.text().substring(done)).toString();
  }

  /** The name between its quotes or brackets. */
  private String included(Path file, String name, boolean isQuoted) {
    Optional<Path> found = isQuoted ? tree.find(file.getParent(), name) : Optional.empty();
    for (Path folder : includeFolders) {
      found = found.or(() -> tree.find(folder, name));
    }
    if (found.isEmpty() && isQuoted) {
      found = tree.findAnywhere(name);
      found.ifPresent(
          other ->
              notes.add(
                  "#include \""
                      + name
                      + "\" was found as "
                      + tree.name(other)
                      + ", where Visual Studio does not look"));
    }
    if (found.isPresent()) {
      Path path = file.getParent().relativize(found.get());
      return '"' + path.toString().replace('\\', '/') + '"';
    }
    String slashed = name.replace('\\', '/');
    // Microsoft's headers are in lower case with mingw-w64; those in folders are others'.
    String system = slashed.contains("/") ? slashed : slashed.toLowerCase(Locale.ROOT);
    if (PRECOMPILED.contains(system)) {
      notes.add(system + " is not among the files; an empty one takes its place");
    }
    return isQuoted ? '"' + system + '"' : '<' + system + '>';
  }

  /** The code of a project, without comments and texts; a client's beside it is not in it. */
  String code(Project project) {
    return own(project).map(SourceText::code).collect(Collectors.joining("\n"));
  }

  /** The sources of a project without comments, one by one. */
  List<String> uncommented(Project project) {
    return own(project).map(SourceText::uncommented).toList();
  }

  /** What it compiles, and the headers that lie below its folder or one that it includes from. */
  private Stream<SourceText> own(Project project) {
    return texts.entrySet().stream()
        .filter(entry -> isOwn(entry.getKey(), project))
        .map(Map.Entry::getValue);
  }

  private boolean isOwn(Path file, Project project) {
    return project.sources().contains(file)
        || !SourceText.isCompiled(file)
            && (file.startsWith(project.folder())
                || includeFolders.stream().anyMatch(file::startsWith));
  }
}
