package simul.ci.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What builds, editors and version control leave behind, and no build needs. */
final class Leftovers {
  private static final String VISUAL_STUDIO = "is what Visual Studio keeps for itself";
  private static final String BUILD = "is what a build has made";

  /** Folders of which nothing is of use. */
  private static final Map<String, String> FOLDERS =
      Map.ofEntries(
          Map.entry(".vs", VISUAL_STUDIO),
          Map.entry("ipch", VISUAL_STUDIO),
          Map.entry("_upgradereport_files", VISUAL_STUDIO),
          Map.entry(".idea", "is what an editor keeps for itself"),
          Map.entry(".vscode", "is what an editor keeps for itself"),
          Map.entry("__macosx", "is what a Mac adds to archives"),
          Map.entry(".git", "is version control's"),
          Map.entry(".svn", "is version control's"),
          Map.entry(".hg", "is version control's"),
          Map.entry("node_modules", "is what a package tool fetches"),
          Map.entry(".gradle", BUILD),
          Map.entry("cmakefiles", BUILD));

  /** Folders of which only ready programs are of use, with what these load. */
  private static final Set<String> OUTPUTS = Set.of("debug", "release", "x64", "x86", "win32");

  private static final List<String> KEPT_OF_OUTPUTS = List.of(".exe", ".dll", ".jar");

  private static final List<String> BUILT =
      List.of(
          ".obj",
          ".pdb",
          ".ilk",
          ".tlog",
          ".idb",
          ".iobj",
          ".ipdb",
          ".pch",
          ".gch",
          ".exp",
          ".lastbuildstate",
          ".recipe",
          ".unsuccessfulbuild",
          ".o");

  private static final List<String> KEPT_BY_VISUAL_STUDIO =
      List.of(".sdf", ".opensdf", ".suo", ".ncb", ".vc.db", ".vc.opendb", ".ipch", ".aps");

  private static final Set<String> BY_SYSTEMS = Set.of(".ds_store", "thumbs.db", "desktop.ini");

  private Leftovers() {}

  /**
   * What is left out, if a file of that name is: the outermost folder with nothing of use, or else
   * the file, with the reason.
   */
  static Optional<Remark> of(EntryName name) {
    List<String> parts = name.parts();
    boolean isKept = hasEnd(name.last(), KEPT_OF_OUTPUTS);
    // The last part is a file's.
    for (int i = 0; i < parts.size() - 1; i++) {
      String folder = parts.get(i).toLowerCase(Locale.ROOT);
      String path = String.join("/", parts.subList(0, i + 1));
      if (FOLDERS.containsKey(folder)) {
        return Optional.of(new Remark(path, FOLDERS.get(folder)));
      }
      if (OUTPUTS.contains(folder) && !isKept) {
        return Optional.of(new Remark(path, BUILD));
      }
    }
    return reason(name.last()).map(reason -> new Remark(name.text(), reason));
  }

  private static Optional<String> reason(String file) {
    if (hasEnd(file, BUILT)) {
      return Optional.of(BUILD);
    }
    if (hasEnd(file, KEPT_BY_VISUAL_STUDIO)) {
      return Optional.of(VISUAL_STUDIO);
    }
    if (BY_SYSTEMS.contains(file.toLowerCase(Locale.ROOT)) || file.startsWith("._")) {
      return Optional.of("is what a system adds to folders");
    }
    return Optional.empty();
  }

  static boolean hasEnd(String file, List<String> ends) {
    String lower = file.toLowerCase(Locale.ROOT);
    return ends.stream().anyMatch(lower::endsWith);
  }
}
