package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.conformance.mutant.Mutants;
import simul.conformance.odd.OddServers;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.IoModels;

@Timeout(30)
@Execution(ExecutionMode.CONCURRENT)
class ServeCommandTest {

  @Test
  void listsEveryBugWithTheRuleThatItBreaks() {
    Commands.Ended ended = Commands.run("serve --list-bugs");

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out().lines()).hasSameSizeAs(Mutants.all());
    assertThat(ended.out()).contains("takes-lone-byte-for-packet");
  }

  @Test
  void helpNamesEachModelInTheWordsOfTheLecture() {
    String help = Commands.run("serve --help").out().replaceAll("\\s+", " ");

    assertThat(IoModels.values())
        .allSatisfy(model -> assertThat(help).contains(model.id(), model.lecture()));
  }

  @Test
  void modelThatTheJdkHasNothingForIsSaidInOneLine() {
    assertThat(IoModels.values()).hasSize(9);
    for (IoModels model : IoModels.values()) {
      if (!model.isAvailable()) {
        Commands.Ended ended = Commands.run("serve --port 0 --io-model " + model.id());

        assertThat(ended.complaints())
            .containsExactly(
                "simul: --io-model virtual-thread: virtual threads need JDK 21 or later, and this is "
                    + Runtime.version().feature());
        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
      }
    }
  }

  @Test
  void listsEveryOddServer() {
    Commands.Ended ended = Commands.run("serve --list-odd");

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out().lines()).hasSameSizeAs(OddServers.all());
    assertThat(ended.out()).contains("writes-single-bytes");
  }

  @Test
  void portInUseIsSaidInOneLine() throws Exception {
    try (ReferenceServer server = Commands.reference()) {
      Commands.Ended ended = Commands.against(server, "serve");

      assertThat(ended.code()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(ended.complaints())
          .containsExactly(
              "simul: cannot listen on 127.0.0.1:"
                  + server.address().getPort()
                  + ": Address already in use");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " --odd writes-single-bytes",
        " --bug takes-lone-byte-for-packet",
        " --io-model overlapped-callback",
        " --io-model thread --max-threads 2"
      })
  void saysWhichPortItGotAndServesUntilItIsStopped(String manner) throws Exception {
    PipedReader read = new PipedReader();
    PrintWriter out = new PrintWriter(new PipedWriter(read), true);
    CompletableFuture<Integer> code = new CompletableFuture<>();
    Thread command =
        new Thread(
            () ->
                code.complete(
                    Simul.execute(
                        out,
                        new PrintWriter(new StringWriter()),
                        ("serve --port 0" + manner).split(" "))));
    command.start();
    BufferedReader lines = new BufferedReader(read);

    String first = lines.readLine();
    int port = Integer.parseInt(first.replaceFirst(".* on 127.0.0.1:(\\d+).*", "$1"));
    try (Socket client = new Socket("127.0.0.1", port)) {
      assertThat(client.getInputStream().readNBytes(8)).startsWith(3, 2, 0);
    }
    command.interrupt();

    assertThat(first).startsWith("serving homework3 on 127.0.0.1:");
    assertThat(code.get(10, TimeUnit.SECONDS)).isEqualTo(ExitCode.HOLDS);
  }
}
