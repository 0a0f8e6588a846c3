package simul.ci.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One look through a submission's files for projects. */
final class ProjectSearch {
  private static final Pattern MAIN =
      Pattern.compile("\\b(main|wmain|_tmain|WinMain|wWinMain|_tWinMain)\\s*\\(");

  private static final Pattern LISTED_PROJECT =
      Pattern.compile("Project\\([^)]*\\)\\s*=\\s*\"[^\"]*\"\\s*,\\s*\"([^\"]*\\.vcxproj)\"");

  private static final Pattern SOURCE_INCLUDE =
      Pattern.compile("#\\s*include\\s*\"([^\"]*\\.(?:cpp|c|cc|cxx))\"");

  private static final byte[] ELF_START = {0x7f, 'E', 'L', 'F'};

  private final FileTree tree;
  private final List<Project> found = new ArrayList<>();

  ProjectSearch(FileTree tree) {
    this.tree = tree;
  }

  List<Project> search() throws IOException {
    for (Path file : tree.files()) {
      kind(file).ifPresent(kind -> found.add(described(file, kind)));
    }
    addLoose();
    return found.stream()
        .sorted(Comparator.comparing(Project::kind).thenComparing(Project::folder))
        .toList();
  }

  private Optional<ProjectKind> kind(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "cmakelists.txt" -> Optional.of(ProjectKind.CMAKE);
      case "makefile", "gnumakefile" -> Optional.of(ProjectKind.MAKE);
      case "pom.xml" -> Optional.of(ProjectKind.MAVEN);
      case "build.gradle", "build.gradle.kts" -> Optional.of(ProjectKind.GRADLE);
      default -> kindByEnd(file, name);
    };
  }

  private static Optional<ProjectKind> kindByEnd(Path file, String name) throws IOException {
    if (name.endsWith(".vcxproj")) {
      return Optional.of(ProjectKind.VISUAL_STUDIO);
    }
    if (name.endsWith(".jar") && !name.equals("gradle-wrapper.jar")) {
      return Optional.of(ProjectKind.JAR);
    }
    if (name.endsWith(".exe")) {
      return Optional.of(ProjectKind.EXE);
    }
    boolean isElf = !name.contains(".so") && startsWith(file, ELF_START);
    return isElf && isProgram(file) ? Optional.of(ProjectKind.ELF) : Optional.empty();
  }

  private static boolean startsWith(Path file, byte[] start) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(start.length), start);
    }
  }

  /** Objects are ELF too: e_type 2 is a program, 3 one that can be moved. */
  private static boolean isProgram(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] header = in.readNBytes(18);
      return header.length == 18 && (header[16] == 2 || header[16] == 3);
    }
  }

  private Project described(Path file, ProjectKind kind) {
    Path folder = file.getParent();
    boolean isNamedByFolder =
        switch (kind) {
          case CMAKE, MAKE, MAVEN, GRADLE -> true;
          default -> false;
        };
    Path named = isNamedByFolder ? folder : file;
    String name = named.getFileName().toString();
    return new Project(
        isNamedByFolder ? name : name.replaceFirst("\\.[^.]*$", ""),
        kind,
        folder,
        Optional.of(file),
        kind == ProjectKind.VISUAL_STUDIO ? solution(file) : Optional.empty(),
        sources(file, kind));
  }

  private Optional<Path> solution(Path project) {
    for (Path file : tree.files()) {
      if (SourceText.hasEnd(file, List.of(".sln"))) {
        try {
          Matcher listed = LISTED_PROJECT.matcher(SourceText.load(file).text());
          while (listed.find()) {
            if (tree.find(file.getParent(), listed.group(1)).filter(project::equals).isPresent()) {
              return Optional.of(file);
            }
          }
        } catch (IOException e) {
          // A solution that cannot be read lists nothing; its projects are found by themselves.
          continue;
        }
      }
    }
    return Optional.empty();
  }

  private List<Path> sources(Path file, ProjectKind kind) {
    Path folder = file.getParent();
    return switch (kind) {
      case VISUAL_STUDIO -> listed(file, folder);
      case CMAKE, MAKE -> below(folder, false);
      case MAVEN, GRADLE -> below(folder, true);
      default -> List.of();
    };
  }

  private List<Path> listed(Path file, Path folder) {
    try {
      return VcxProject.load(file).sources().stream()
          .flatMap(name -> tree.find(folder, name).stream())
          .distinct()
          .toList();
    } catch (IOException e) {
      // A project that cannot be read lists nothing; the sources beside it are found as loose ones.
      return List.of();
    }
  }

  private List<Path> below(Path folder, boolean isJava) {
    return tree.files().stream()
        .filter(file -> file.startsWith(folder))
        .filter(
            file ->
                isJava
                    ? SourceText.hasEnd(file, List.of(".java"))
                    : SourceText.isNamed(file) && !SourceText.hasEnd(file, List.of(".java")))
        .toList();
  }

  /** One project for each main function, with all sources at and below its folder without one. */
  private void addLoose() throws IOException {
    Set<Path> mains = new HashSet<>();
    Set<Path> included = new HashSet<>();
    List<Path> compiled = tree.files().stream().filter(SourceText::isCompiled).toList();
    for (Path file : compiled) {
      SourceText source = SourceText.load(file);
      if (MAIN.matcher(source.code()).find()) {
        mains.add(file);
      }
      Matcher include = SOURCE_INCLUDE.matcher(source.uncommented());
      while (include.find()) {
        tree.find(file.getParent(), include.group(1)).ifPresent(included::add);
      }
    }
    for (Path main : mains) {
      Path folder = main.getParent();
      List<Path> sources = new ArrayList<>(List.of(main));
      compiled.stream()
          .filter(file -> file.startsWith(folder))
          .filter(file -> !mains.contains(file) && !included.contains(file))
          .filter(file -> !belongsToAnother(file, folder, mains))
          .forEach(sources::add);
      String name =
          folder.equals(tree.root())
              ? main.getFileName().toString()
              : folder.getFileName().toString();
      found.add(
          new Project(
              name.replaceFirst("\\.[^.]*$", ""),
              ProjectKind.SOURCES,
              folder,
              Optional.empty(),
              Optional.empty(),
              sources));
    }
  }

  /** Whether a folder in between has a main function of its own. */
  private static boolean belongsToAnother(Path file, Path folder, Set<Path> mains) {
    for (Path parent = file.getParent(); !parent.equals(folder); parent = parent.getParent()) {
      Path between = parent;
      if (mains.stream().anyMatch(main -> main.getParent().equals(between))) {
        return true;
      }
    }
    return false;
  }
}
