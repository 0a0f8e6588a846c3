package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.spec.model.WorldRules;
import simul.spec.reference.Parts;
import simul.spec.reference.ReferenceServer;
import simul.spec.world.World;

@Isolated("a swarm that cannot keep its own schedule comes to no verdict")
class SwarmCommandTest {
  private static final String SHORT = " --duration 300ms --rate 20";

  @Test
  void playsOnTheEmbeddedServerWhenNoneIsNamed() {
    Commands.Ended ended = Commands.run("swarm --clients 10" + SHORT);

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out())
        .contains("no --host, so this goes at the embedded reference server on 127.0.0.1:")
        .contains("10 connected")
        .contains("reach         100 % (600 of 600 sights)")
        .contains("violations    none")
        .contains("PASS in ");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void eleventhIsRefusedAsExpected() throws Exception {
    try (ReferenceServer server = Commands.reference()) {
      Commands.Ended ended = Commands.against(server, "swarm --clients 11" + SHORT);

      assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(ended.out()).contains("1 refused (expected: the limit is 10)");
    }
  }

  @Test
  void nineAreAllLetIn() throws Exception {
    try (ReferenceServer server = Commands.reference()) {
      Commands.Ended ended = Commands.against(server, "swarm --clients 9" + SHORT);

      assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
      assertThat(ended.out()).contains("9 connected").doesNotContain("refused");
    }
  }

  @Test
  void serverThatAdmitsTheEleventhFails() throws Exception {
    WorldRules rules = Commands.homework3().spec().world();
    WorldRules roomy = new WorldRules(rules.width(), rules.height(), rules.blockedReply(), 11);
    Parts parts = Parts.of(Commands.homework3()).withWorld(World.inRows(roomy));
    try (ReferenceServer server = ReferenceServer.start(Commands.freePort(), parts)) {
      Commands.Ended ended = Commands.against(server, "swarm --clients 11" + SHORT);

      assertThat(ended.code()).isEqualTo(ExitCode.BROKEN);
      assertThat(ended.out()).contains("FULL-001").contains("beyond the limit of 10");
    }
  }

  @Test
  void sameSpecInItsWideLayout() {
    Commands.Ended ended = Commands.run("swarm --clients 3 --spec homework3-wide" + SHORT);

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out()).contains("reach         100 %");
  }

  @Test
  void quietSaysOnlyHowItEnded() {
    Commands.Ended ended = Commands.run("swarm --clients 2 --quiet" + SHORT);

    assertThat(ended.out().lines().skip(1)).singleElement().asString().startsWith("PASS in ");
  }

  @Test
  void speaksKorean() {
    Commands.Ended ended = Commands.run("swarm --clients 2 --lang ko" + SHORT);

    assertThat(ended.out()).contains("2개 접속").contains("위반").contains("없음");
  }

  @Test
  void failsWhenThresholdHolds() {
    Commands.Ended ended =
        Commands.run("swarm --clients 2 --fail-if reach<1 --fail-if moves.sent>0" + SHORT);

    assertThat(ended.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(ended.out())
        .contains("fail if       reach<1: no, it is 100 %")
        .contains("fail if       moves.sent>0: YES, it is ")
        .contains("FAIL in ");
  }

  @Test
  void thresholdOnWhatWasNotMeasuredIsUndecided() {
    Commands.Ended ended = Commands.run("swarm --clients 1 --fail-if propagation.p99>1s" + SHORT);

    assertThat(ended.code()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(ended.out()).contains("propagation.p99>1s: unknown, nothing was measured");
  }

  @Test
  void windowLongerThanThePlayIsWrongUse() {
    Commands.Ended ended = Commands.run("swarm --fail-if rate[3s]<5 --duration 2s");

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err())
        .contains("--fail-if 'rate[3s]<5' looks at 3 s, but the bots play for 2 s");
  }

  @Test
  void expressionThatNamesNothingIsSaidOnce() {
    Commands.Ended ended = Commands.run("swarm --fail-if latency.p99>5ms");

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).containsOnlyOnce("no metric 'latency.p99': there are join, response");
  }

  @Test
  void saysHowManyBotsObserve() {
    Commands.Ended ended = Commands.run("swarm --clients 4 --observe 2" + SHORT);

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out())
        .contains("views         2 of 4 bots are held against all that they are told");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5})
  void nobodyOrMoreThanThereAreCannotObserve(int observers) {
    Commands.Ended ended = Commands.run("swarm --clients 4 --observe " + observers + SHORT);

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("--observe must be in 1..4, but is " + observers);
  }

  @Test
  void writesCsvAndJUnitXml(@TempDir Path folder) throws Exception {
    Path csv = folder.resolve("out.csv");
    Path xml = folder.resolve("out.xml");

    Commands.Ended ended =
        Commands.run("swarm --clients 2 --csv " + csv + " --junit-xml " + xml + SHORT);

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(Files.readAllLines(csv)).hasSize(2);
    assertThat(Files.readAllLines(csv).get(1))
        .matches("0,play,2,12,12,.*,0,[^,]+,[^,]+,[0-9]+,(true|false)");
    assertThat(Files.readString(xml)).contains("tests=\"2\" errors=\"0\"");
  }

  @Test
  void writesJson(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("out.json");

    Commands.Ended ended = Commands.run("swarm --clients 2 --seed 5 --json " + file + SHORT);

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(Files.readString(file))
        .contains("\"seed\": 5")
        .contains("\"verdict\": \"PASS\"")
        .contains("\"clients\": {\"asked\": 2, \"admitted\": 2, \"refused\": 0, \"left\": 0,")
        .contains("\"moves\": {\"asked\": 12, \"sent\": 12, \"answered\": 12,")
        .contains("\"reach\": 1.0");
  }

  private static Commands.Ended typing(String lines, String commandLine) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    try {
      return Commands.run(commandLine);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void doesWhatIsTyped() {
    Commands.Ended ended =
        typing("clients 4\nrate 50\nfaster\n", "swarm --stdin --clients 2" + SHORT);

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out())
        .contains("simul: no command 'faster': there is clients N, rate MOVES or stop")
        .contains(": clients from 2 to 4")
        .contains(": moves a second each from 20 to 50")
        .contains("clients       4 connected")
        .contains("violations    none");
  }

  @Test
  void stopsWhenThatIsTyped() {
    Commands.Ended ended = typing("stop\n", "swarm --stdin --clients 2 --duration 10m");

    assertThat(ended.code()).isIn(ExitCode.HOLDS, ExitCode.INCONCLUSIVE);
    assertThat(ended.out()).contains("s: stopped");
  }

  @Test
  void takesNothingFromAnInputThatWasNotMeantForIt() {
    Commands.Ended ended = typing("stop\n", "swarm --clients 2" + SHORT);

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out()).contains("12 asked, 12 sent").doesNotContain("stopped");
  }

  @Test
  void emptyInputDisturbsNothing() {
    Commands.Ended ended = typing("", "swarm --stdin --clients 2" + SHORT);

    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out()).contains("12 asked, 12 sent");
  }
}
