package simul.ci.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Confinement by Linux namespaces, with bubblewrap: a mount, process, host-name and IPC namespace
 * of its own, no capabilities, no way to gain any, and limits by {@code prlimit}. Run by root, the
 * program becomes a user that nobody else is, for the kernel does not hold root to a number of
 * processes; run by anybody else, it gets a user namespace.
 */
public final class Bubblewrap implements Sandbox {
  /** Above those that systems give out, and below what containers map. */
  private static final int FIRST_USER = 61_234;

  private static final long TRIAL_SECONDS = 10;

  /** What programs need of the system, where there is such a thing. */
  private static final List<String> SYSTEM =
      List.of(
          "/usr",
          "/bin",
          "/lib",
          "/lib32",
          "/lib64",
          "/sbin",
          "/etc/ld.so.cache",
          "/etc/alternatives",
          "/etc/fonts",
          "/etc/java-17-openjdk");

  private static final List<String> TOOLS = List.of("bwrap", "prlimit", "setpriv");

  private final boolean root;
  private final String user;

  private Bubblewrap(boolean root, int place) {
    this.root = root;
    this.user = String.valueOf(FIRST_USER + place);
  }

  /**
   * The one for whoever runs this program.
   *
   * @param place a number from 0, other than that of whatever else is confined at the same time
   */
  public static Bubblewrap ofThisUser(int place) {
    return new Bubblewrap("root".equals(System.getProperty("user.name")), place);
  }

  /**
   * Why it cannot be used on this machine, in one clause; empty when a trial went well. The trial
   * runs a program that does nothing.
   */
  public Optional<String> lacking() {
    for (String tool : TOOLS) {
      if (find(tool).isEmpty()) {
        return Optional.of(tool + " is not installed");
      }
    }
    Confinement nothing =
        new Confinement(
            List.of(), List.of(), Optional.empty(), Map.of(), true, Confinement.Limits.SERVER);
    try {
      Process trial =
          new ProcessBuilder(confine(List.of("true"), nothing)).redirectErrorStream(true).start();
      if (!trial.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS)) {
        trial.destroyForcibly();
        return Optional.of("bwrap did not come back");
      }
      String said = new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return trial.exitValue() == 0
          ? Optional.empty()
          : Optional.of("bwrap does not work here: " + said.lines().findFirst().orElse("no word"));
    } catch (IOException e) {
      return Optional.of("bwrap cannot be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the trial of bwrap was interrupted");
    }
  }

  private static Optional<Path> find(String tool) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    for (String folder : path.split(":")) {
      Path file = Path.of(folder.isEmpty() ? "." : folder, tool);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  @Override
  public String name() {
    return "bubblewrap";
  }

  @Override
  public List<String> confine(List<String> words, Confinement confinement) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("bwrap", "--unshare-ipc", "--unshare-pid"));
    if (root) {
      // To become somebody else within, and to keep nothing of what root may do.
      for (String capability : List.of("CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP")) {
        all.addAll(List.of("--cap-add", capability));
      }
    } else {
      all.add("--unshare-user");
    }
    all.addAll(List.of("--unshare-uts", "--unshare-cgroup-try", "--die-with-parent"));
    all.addAll(List.of("--new-session", "--hostname", "simul"));
    if (!confinement.network()) {
      all.add("--unshare-net");
    }
    addEnvironment(all, confinement);
    addFiles(all, confinement);
    all.add("--");
    if (root) {
      all.addAll(List.of("setpriv", "--reuid", user, "--regid", user, "--clear-groups"));
      all.addAll(List.of("--no-new-privs", "--inh-caps=-all", "--bounding-set=-all", "--"));
    }
    addLimits(all, confinement.limits());
    all.addAll(words);
    return all;
  }

  private static void addEnvironment(List<String> all, Confinement confinement) {
    all.addAll(List.of("--clearenv", "--setenv", "PATH", "/usr/local/bin:/usr/bin:/bin"));
    all.addAll(List.of("--setenv", "HOME", "/home/student", "--setenv", "LANG", "C.UTF-8"));
    confinement
        .environment()
        .forEach((name, value) -> all.addAll(List.of("--setenv", name, value)));
  }

  private static void addFiles(List<String> all, Confinement confinement) {
    for (String path : SYSTEM) {
      Path file = Path.of(path);
      if (Files.isSymbolicLink(file)) {
        all.addAll(List.of("--symlink", target(file), path));
      } else if (Files.exists(file)) {
        addBind(all, "--ro-bind", file);
      }
    }
    String bytes = String.valueOf(confinement.limits().homeBytes());
    all.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    for (String own : List.of("/tmp", "/home/student")) {
      all.addAll(List.of("--perms", "1777", "--size", bytes, "--tmpfs", own));
    }
    confinement.readable().forEach(folder -> addBind(all, "--ro-bind", folder));
    confinement.writable().forEach(folder -> addBind(all, "--bind", folder));
    String folder = confinement.folder().map(Bubblewrap::absolute).orElse("/home/student");
    all.addAll(List.of("--chdir", folder));
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("a link of the system cannot be read: " + link, e);
    }
  }

  /** The folders on the way to it are made too, and have to let others than root pass. */
  private static void addBind(List<String> all, String how, Path folder) {
    Path way = Path.of(absolute(folder)).getParent();
    for (int depth = 1; way != null && depth <= way.getNameCount(); depth++) {
      String part = way.getRoot().resolve(way.subpath(0, depth)).toString();
      all.addAll(List.of("--perms", "0755", "--dir", part));
    }
    all.addAll(List.of(how, absolute(folder), absolute(folder)));
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  private static void addLimits(List<String> all, Confinement.Limits limits) {
    all.addAll(List.of("prlimit", "--core=0", "--nproc=" + limits.processes()));
    all.add("--fsize=" + limits.fileBytes());
    all.add("--cpu=" + limits.processor().toSeconds());
    limits.memoryBytes().ifPresent(bytes -> all.add("--as=" + bytes));
    all.add("--nofile=1024");
    all.add("--");
  }

  /**
   * Makes a folder one that confined programs may write to: root gives it away to the user that
   * they run as.
   */
  public void give(Path folder) throws IOException {
    if (!root) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setAttribute(file, "unix:uid", Integer.valueOf(user), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", Integer.valueOf(user), LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /**
   * The words of a command of this program's own, alone on its network: it and all that it starts
   * have a loopback to themselves.
   */
  public static List<String> aloneOnNetwork(List<String> words) {
    List<String> all = new ArrayList<>();
    all.addAll(
        List.of("bwrap", "--unshare-net", "--dev-bind", "/", "/", "--die-with-parent", "--"));
    all.addAll(words);
    return all;
  }
}
