package simul.ci.build;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The import libraries of Windows that a project asks for. */
final class Libraries {
  private static final Pattern PRAGMA =
      Pattern.compile("#\\s*pragma\\s+comment\\s*\\(\\s*lib\\s*,\\s*L?\"([^\"]*)\"");

  /** What servers call without saying so: Visual Studio's own defaults, and sockets. */
  private static final List<String> ALWAYS =
      List.of("ws2_32", "mswsock", "winmm", "gdi32", "user32", "kernel32", "advapi32", "shell32");

  /** Others that mingw-w64 has. */
  private static final Set<String> KNOWN =
      Set.of(
          "wsock32",
          "iphlpapi",
          "ole32",
          "oleaut32",
          "uuid",
          "comdlg32",
          "comctl32",
          "odbc32",
          "odbccp32",
          "winspool",
          "dbghelp",
          "psapi",
          "imm32",
          "version",
          "shlwapi",
          "crypt32",
          "bcrypt",
          "secur32",
          "synchronization",
          "imagehlp",
          "msimg32",
          "opengl32",
          "glu32",
          "d3d9",
          "d3d11",
          "dxgi",
          "d3dcompiler",
          "userenv",
          "pdh",
          "avrt",
          "setupapi");

  private Libraries() {}

  /**
   * The linker's words for them.
   *
   * @param uncommented the sources, for what their pragmas name
   * @param listed by the project's file
   * @param notes gets a word on each that mingw-w64 has not
   */
  static List<String> words(List<String> uncommented, List<String> listed, List<String> notes) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String source : uncommented) {
      Matcher pragma = PRAGMA.matcher(source);
      while (pragma.find()) {
        wanted.add(pragma.group(1));
      }
    }
    wanted.addAll(listed);
    Set<String> linked = new LinkedHashSet<>();
    for (String library : wanted) {
      String name = library.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.lib$", "");
      if (KNOWN.contains(name)) {
        linked.add(name);
      } else if (!ALWAYS.contains(name)) {
        notes.add("the library " + library + " is not one that mingw-w64 has; it is left out");
      }
    }
    linked.addAll(ALWAYS);
    List<String> words = new ArrayList<>();
    linked.forEach(name -> words.add("-l" + name));
    return words;
  }
}
