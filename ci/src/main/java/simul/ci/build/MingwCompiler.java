package simul.ci.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import simul.ci.launch.CommandWords;

/**
 * Builds a program for Windows from sources written for Visual Studio, with mingw-w64: one run of
 * the compiler over a {@link SourceMirror}, once for each version of C++ until one takes them.
 */
final class MingwCompiler {
  private static final Pattern WIDE_MAIN = Pattern.compile("\\b(wmain|wWinMain)\\s*\\(");
  private static final Pattern TEXT_MAIN = Pattern.compile("\\b(_tmain|_tWinMain)\\s*\\(");
  private static final Pattern ACCEPTS = Pattern.compile("\\b(accept|WSAAccept)\\s*\\(");
  private static final Pattern NAMED_LOCALE = Pattern.compile("\\blocale\\s*[({]\\s*\"[^\"]");

  /** GCC's words when a text has no form in CP949, or the system cannot tell. */
  private static final Pattern NO_KOREAN =
      Pattern.compile("execution character set|not supported by iconv");

  private static final Pattern TWO_BYTES = Pattern.compile("reference to .byte. is ambiguous");

  private final BuildOrder order;
  private final Optional<VcxProject> settings;
  private final SourceMirror mirror;
  private final Support support;
  private final Set<String> notes = new LinkedHashSet<>();
  private final boolean forWine;
  private boolean isKorean = true;
  private boolean hasByte = true;

  private MingwCompiler(BuildOrder order, Optional<VcxProject> settings) throws IOException {
    this.order = order;
    this.settings = settings;
    this.mirror = SourceMirror.copy(order.tree(), order.work().resolve("src"), includeFolders());
    this.support = Support.write(order.work().resolve("support"));
    this.forWine = !order.tools().isWindows();
  }

  /** Why there can be no program for Windows here; empty when there can. */
  static Optional<String> lacking(Tools tools) {
    if (tools.mingw().isEmpty()) {
      return Optional.of("mingw-w64 (x86_64-w64-mingw32-g++-posix) is not installed");
    }
    return tools.isWindows() || tools.wine().isPresent()
        ? Optional.empty()
        : Optional.of("Wine, which would run the program, is not installed");
  }

  /** Builds the project's sources. */
  static Attempt build(BuildOrder order, Optional<VcxProject> settings) throws IOException {
    return new MingwCompiler(order, settings).build();
  }

  private List<Path> includeFolders() {
    List<Path> folders = new ArrayList<>();
    for (String name : settings.map(VcxProject::includeFolders).orElse(List.of())) {
      String path =
          name.replace("$(ProjectDir)", "./")
              .replace("$(MSBuildThisFileDirectory)", "./")
              .replace("$(SolutionDir)", solutionFolder())
              .replace('\\', '/');
      if (!path.contains("$(") && !path.startsWith("/") && path.indexOf(':') < 0) {
        FileTree.folder(order.project().folder(), path).ifPresent(folders::add);
      }
    }
    folders.add(order.project().folder());
    return folders.stream().filter(folder -> folder.startsWith(order.tree().root())).toList();
  }

  private String solutionFolder() {
    Path solution = order.project().solution().orElse(order.project().folder().resolve("none"));
    return order.project().folder().relativize(solution.getParent()) + "/";
  }

  private Attempt build() throws IOException {
    Path program = order.work().resolve("server.exe");
    Optional<Attempt> first = Optional.empty();
    for (String version : versions()) {
      boolean again = true;
      while (again) {
        long logged = Files.isRegularFile(order.log()) ? Files.size(order.log()) : 0;
        ProcessOutcome outcome = order.run(words(version, program), mirror.root());
        if (outcome.isSuccess() && Files.isRegularFile(program)) {
          return built(program, version);
        }
        if (outcome.timedOut()) {
          return order.failed(outcome, mirror.root(), allNotes());
        }
        String log = logFrom(logged);
        again = learns(log);
        if (!again && first.isEmpty()) {
          String status = "the compiler failed with status " + outcome.status();
          String error = FirstError.in(log, mirror.root()).orElse(status);
          first = Optional.of(Attempt.failed(error, false, allNotes()));
        }
      }
    }
    return first.orElseThrow();
  }

  /** Whether a log shows something that can be made up for, and was not yet. */
  private boolean learns(String log) {
    if (isKorean && NO_KOREAN.matcher(log).find()) {
      isKorean = false;
      notes.add("texts are in UTF-8, not in CP949, which has no form for one of them");
      return true;
    }
    if (hasByte && TWO_BYTES.matcher(log).find()) {
      hasByte = false;
      notes.add("std::byte is left out, which windows.h has a name for, as by _HAS_STD_BYTE=0");
      return true;
    }
    return false;
  }

  private String logFrom(long start) throws IOException {
    if (!Files.isRegularFile(order.log())) {
      return "";
    }
    byte[] bytes = Files.readAllBytes(order.log());
    int from = (int) Math.min(start, bytes.length);
    return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
  }

  /**
   * C++17 first, and C++14, the default of Visual Studio, where {@code byte} and {@code data} are
   * still free names.
   */
  private List<String> versions() {
    String wanted = settings.map(VcxProject::standard).orElse("");
    return switch (wanted) {
      case "stdcpp20", "stdcpplatest" -> List.of("gnu++20", "gnu++17");
      case "stdcpp23", "stdcpp23preview" -> List.of("gnu++23", "gnu++20");
      case "stdcpp14" -> List.of("gnu++14", "gnu++17");
      case "stdcpp17" -> List.of("gnu++17", "gnu++14");
      default -> List.of("gnu++17", "gnu++14", "gnu++20");
    };
  }

  /**
   * As from Visual Studio on Korean Windows; libstdc++'s own C++20 has a sign that CP949 has not.
   */
  private static boolean hasKoreanTexts(String version) {
    return version.compareTo("gnu++20") < 0;
  }

  private List<String> words(String version, Path program) {
    List<String> words = new ArrayList<>(List.of(order.tools().mingw().orElseThrow()));
    // Not optimized: as in a debug build, races and missing returns do what the student saw.
    words.addAll(List.of("-std=" + version, "-O0", "-w", "-fpermissive", "-fms-extensions"));
    words.addAll(List.of("-fno-strict-aliasing", "-fmax-errors=20", "-finput-charset=UTF-8"));
    if (isKorean && hasKoreanTexts(version)) {
      words.add("-fexec-charset=CP949");
    }
    if (!hasByte) {
      words.add("-DSIMUL_WITHOUT_STD_BYTE");
    }
    words.addAll(defines());
    words.addAll(support.compilerWords());
    includeFolders().forEach(folder -> words.add("-I" + relative(folder)));
    List<Path> sources = order.project().sources().stream().filter(SourceText::isCompiled).toList();
    List<String> inC = new ArrayList<>(support.sourcesInC(forWine));
    for (Path source : sources) {
      (SourceText.hasEnd(source, List.of(".c")) ? inC : words).add(relative(source));
    }
    words.addAll(support.cppSources());
    if (!inC.isEmpty()) {
      words.addAll(List.of("-x", "c"));
      words.addAll(inC);
      words.addAll(List.of("-x", "none"));
    }
    words.addAll(List.of("-o", program.toString(), "-static"));
    words.addAll(support.linkerWords(forWine));
    words.addAll(entry());
    List<String> left = new ArrayList<>();
    List<String> listed = settings.map(VcxProject::libraries).orElse(List.of());
    words.addAll(Libraries.words(mirror.uncommented(order.project()), listed, left));
    notes.addAll(left);
    return words;
  }

  /** Relative to the mirror's root, where the compiler runs: so errors name files shortly. */
  private String relative(Path original) {
    String path = order.tree().name(original);
    return path.isEmpty() ? "." : "./" + path;
  }

  private boolean isUnicode() {
    String characterSet = settings.map(VcxProject::characterSet).orElse("");
    // Without a project's word: Visual Studio's default for what has wide texts in T macros.
    return characterSet.equals("Unicode")
        || settings.isEmpty() && TEXT_MAIN.matcher(mirror.code(order.project())).find();
  }

  private List<String> defines() {
    List<String> defines = new ArrayList<>();
    settings.map(VcxProject::defines).orElse(List.of()).stream()
        .filter(define -> define.matches("[A-Za-z_]\\w*(=[^\\s\"'`$]*)?"))
        .forEach(define -> defines.add("-D" + define));
    defines.addAll(List.of("-D_WIN32_WINNT=0x0A00", "-DWINVER=0x0A00", "-D_USE_MATH_DEFINES"));
    if (isUnicode()) {
      defines.addAll(List.of("-DUNICODE", "-D_UNICODE"));
    }
    return defines;
  }

  private List<String> entry() {
    List<String> words = new ArrayList<>();
    boolean isWide =
        WIDE_MAIN.matcher(mirror.code(order.project())).find()
            || isUnicode() && TEXT_MAIN.matcher(mirror.code(order.project())).find();
    if (isWide) {
      words.add("-municode");
    }
    words.add(settings.map(VcxProject::isWindowed).orElse(false) ? "-mwindows" : "-mconsole");
    return words;
  }

  private Attempt built(Path program, String version) {
    notes.add("built by mingw-w64 as " + version.replace("gnu", "C") + ", not by Visual Studio");
    if (forWine && ACCEPTS.matcher(mirror.code(order.project())).find()) {
      notes.add(
          "accept() waits alertably by a shim that is linked in, as on Windows; Wine's does not");
    }
    boolean namesLocale =
        mirror.uncommented(order.project()).stream()
            .anyMatch(source -> NAMED_LOCALE.matcher(source).find());
    if (namesLocale) {
      notes.add("a locale by name, which libstdc++ does not know, is the classic one");
    }
    List<String> words = new ArrayList<>();
    if (forWine) {
      words.add(order.tools().wine().orElseThrow());
    }
    words.add(program.toString());
    if (PortArgument.isTaken(mirror.code(order.project()))) {
      words.add(CommandWords.PORT);
    }
    Path folder = mirror.of(order.project().folder());
    return Attempt.built(new RunCommand(words, folder, forWine), allNotes());
  }

  private List<String> allNotes() {
    List<String> all = new ArrayList<>(notes);
    all.addAll(mirror.notes());
    return all;
  }
}
