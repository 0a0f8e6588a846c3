package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Wireshark's command line, reading one capture. Tests that need it are skipped without it. */
public final class Tshark {
  private final Path file;

  private Tshark(Path file) {
    this.file = file;
  }

  /** Reads that capture, once it is there. */
  public static Tshark reading(Path file) {
    boolean found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
    assumeTrue(found, "tshark is not on the PATH, so nobody can say what Wireshark reads");
    return new Tshark(file);
  }

  /** No malformed packet, no wrong checksum, nothing that the analysis of TCP wonders at. */
  public void findsNothingAmiss() throws IOException, InterruptedException {
    String good = "1";
    assertThat(fields("tcp.checksum.status", "tcp.analysis.flags", "_ws.malformed"))
        .isNotEmpty()
        .allSatisfy(packet -> assertThat(packet).isEqualTo(good + "||"));
  }

  /** One line a packet: the values of these fields. */
  public List<String> fields(String... names) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("-T", "fields", "-E", "separator=|"));
    for (String name : names) {
      words.addAll(List.of("-e", name));
    }
    return run(words.toArray(String[]::new));
  }

  /** The bytes of a connection as they are reassembled, in hex, without the column of letters. */
  public List<String> stream(int number) throws IOException, InterruptedException {
    return run("-q", "-z", "follow,tcp,hex," + number).stream()
        .map(line -> line.replaceFirst("^(\t?[0-9a-f]{8}  (?:[0-9a-f]{2} ){1,8}).*", "$1"))
        .toList();
  }

  private List<String> run(String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "tshark",
                "-n",
                "-r",
                file.toString(),
                "-o",
                "tcp.check_checksum:TRUE",
                "-o",
                "ip.check_checksum:TRUE"));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return out.lines().toList();
  }
}
