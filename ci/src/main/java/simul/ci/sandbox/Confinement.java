package simul.ci.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a program that nobody trusts may have. It sees the system's programs and libraries, a home
 * and a folder for temporary files of its own, which are in memory and end with it, and nothing
 * else of this machine.
 *
 * @param readable folders that it may read besides, under their own names
 * @param writable folders that it may write to as well
 * @param folder where it runs; one of those, or its home when empty
 * @param environment what it has in its environment besides PATH, HOME and LANG
 * @param network whether it shares this program's network; else it has a loopback of its own and
 *     nothing more
 */
public record Confinement(
    List<Path> readable,
    List<Path> writable,
    Optional<Path> folder,
    Map<String, String> environment,
    boolean network,
    Limits limits) {
  public Confinement {
    readable = List.copyOf(readable);
    writable = List.copyOf(writable);
    environment = Map.copyOf(environment);
  }

  /**
   * How much it may use.
   *
   * @param processes at most, threads included
   * @param fileBytes the largest file that it may write
   * @param homeBytes what fits into its home, and into its folder for temporary files
   * @param memoryBytes of address space for each process; empty for programs that reserve much more
   *     than they use, as Java and Wine do
   * @param processor the time that one process may compute
   */
  public record Limits(
      int processes,
      long fileBytes,
      long homeBytes,
      Optional<Long> memoryBytes,
      Duration processor) {
    /** Plenty for a server of some clients. */
    public static final Limits SERVER =
        new Limits(200, 64L << 20, 128L << 20, Optional.empty(), Duration.ofMinutes(20));

    /** Plenty for a compiler. */
    public static final Limits BUILD =
        new Limits(200, 256L << 20, 512L << 20, Optional.of(4L << 30), Duration.ofMinutes(5));
  }

  /** A program that may read one folder, and run in it. */
  public static Confinement reading(Path folder, Limits limits) {
    return new Confinement(List.of(folder), List.of(), Optional.of(folder), Map.of(), true, limits);
  }

  /** The same, and it may write there. */
  public static Confinement writing(Path folder, Limits limits) {
    return new Confinement(List.of(), List.of(folder), Optional.of(folder), Map.of(), true, limits);
  }

  /** The same, without this program's network. */
  public Confinement offline() {
    return new Confinement(readable, writable, folder, environment, false, limits);
  }

  /** The same, with this in its environment. */
  public Confinement with(Map<String, String> more) {
    return new Confinement(readable, writable, folder, more, network, limits);
  }
}
