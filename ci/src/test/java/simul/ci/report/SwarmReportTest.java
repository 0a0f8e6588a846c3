package simul.ci.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;
import simul.bots.behavior.Mix;
import simul.bots.measure.Change;
import simul.bots.measure.Errors;
import simul.bots.measure.GeneratorHealth;
import simul.bots.measure.GeneratorSecond;
import simul.bots.measure.Judgement;
import simul.bots.measure.Percentiles;
import simul.bots.measure.Progress;
import simul.bots.measure.Second;
import simul.bots.measure.SecondTimes;
import simul.bots.measure.SwarmResult;
import simul.bots.measure.Threshold;
import simul.bots.measure.Times;
import simul.bots.measure.Violation;
import simul.bots.swarm.Load;
import simul.bots.swarm.SwarmPlan;
import simul.conformance.explain.Language;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;

/** What people and programs are shown of a swarm, to the letter. */
class SwarmReportTest {
  private static SwarmPlan plan;

  private static final SwarmResult RESULT =
      new SwarmResult(
          "epoll",
          123,
          Duration.ofMillis(10_212),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          new SwarmResult.Clients(11, 10, 1, 0, 10),
          new SwarmResult.Absences(3, 2),
          new SwarmResult.Moves(1000, 999, 998, 200),
          new SwarmResult.Sights(9990, 9989),
          new Times(
              new Percentiles(10, 0.5, 0.75, 1, 1, 1),
              new Percentiles(998, 0.1, 0.25, 1.5, 10.125, 123.456),
              new Percentiles(998, 0.05, 0.2, 1.25, 10, 100),
              new Percentiles(8991, 0.2, 0.3, 2, 20, 200)),
          1,
          List.of(
              new Violation(
                  12, 3, "MOVE-002", "was told a thing twice", new byte[] {5, 1, 3, 7, 7})),
          new Errors(0, 1, 0, 0, 0),
          new GeneratorHealth(12.54, 11.1, 1),
          List.of(
              new Second(0, Second.Part.WARMUP, 10, 100, 0, new Percentiles(0, 0, 0, 0, 0, 0), 0),
              new Second(
                  1,
                  Second.Part.PLAY,
                  9,
                  90,
                  100,
                  new Percentiles(100, 0.1, 1, 2.5, 3, 4),
                  1,
                  new GeneratorSecond(25, 12.5, 7),
                  SecondTimes.NONE)),
          List.of(
              new Change(Duration.ofMillis(1234), Change.What.CLIENTS, 5, 11),
              new Change(Duration.ofMillis(2345), Change.What.RATE, 2.5, 10),
              new Change(Duration.ofMillis(9999), Change.What.STOP, 0, 0)));

  private static final Judgement JUDGEMENT =
      Judgement.of(
          RESULT, List.of(Threshold.parse("response.p99 > 50ms"), Threshold.parse("reach < 100%")));

  @BeforeAll
  static void plan() throws Exception {
    plan =
        new SwarmPlan(
            Protocol.of(SpecLoader.load("homework3")),
            new InetSocketAddress("127.0.0.1", 9000),
            Load.of(11, 10, Duration.ofSeconds(10)).withMix(Mix.parse("wander=10,churn=1")),
            123,
            SwarmPlan.DEFAULT_PATIENCE);
  }

  private static String printed(Language language, boolean live) {
    StringWriter out = new StringWriter();
    SwarmConsole console = new SwarmConsole(new PrintWriter(out), language, Ansi.OFF, false, live);
    console.begin(plan);
    console.progress(
        new Progress(Duration.ofMillis(1500), 10, 150, 149, 0.9999, RESULT.times().response(), 0));
    console.end(JUDGEMENT);
    return out.toString();
  }

  @Test
  void consoleReadsAsDesigned() {
    assertThat(printed(Language.ENGLISH, false).lines())
        .containsExactly(
            "homework3 on 127.0.0.1:9000, bots: 11, moves a second each: 10, 10 s, seed 123",
            "behaviors     wander 10, churn 1",
            "1.5 s  10 play  150 moves, 149 answered  reach 99.99 %  response p50 0.10 p99 1.50 ms"
                + "  0 violations",
            "changed       at 1.2 s: clients from 5 to 11",
            "changed       at 2.3 s: moves a second each from 2.5 to 10",
            "changed       at 10 s: stopped",
            "clients       10 connected",
            "              1 refused (expected: the limit is 10)",
            "              left 3 times of their own will, came back 2 times",
            "errors        0 not connected, 1 reset, 0 closed, 0 timed out, 0 our own",
            "warm-up       2 s, 200 moves: checked and in the reach, but in none of the counts,"
                + " rates and times of moves",
            "moves         1000 asked, 999 sent, 998 answered, 99.8 a second",
            "reach         99.98 % (9989 of 9990 sights)",
            "times, ms           p50      p90      p99    p99.9      max",
            "join               0.50     0.75     1.00     1.00     1.00"
                + "   from when a bot was due to connect to its being told its ID",
            "response           0.10     0.25     1.50    10.13   123.46"
                + "   from when a move was due to the mover's own sight of it",
            "service            0.05     0.20     1.25    10.00   100.00"
                + "   from when it was really sent",
            "propagation        0.20     0.30     2.00    20.00   200.00"
                + "   from when it was due to the others' sights",
            "generator     12.5 % of a core, at most 11.10 ms late, 1 s in which that was 10 ms or more, epoll",
            "              the bots themselves were late, so the times above are too large;"
                + " \"fail if\" leaves those seconds out",
            "violations    1, the first of them:",
            "  MOVE-002    at 12 ms bot 3: was told a thing twice  [05 01 03 07 07]",
            "fail if       response.p99 > 50ms: no, it is 1.50 ms"
                + " (without the seconds in which the bots were late)",
            "fail if       reach < 100%: YES, it is 99.98 %",
            "FAIL in 10.2 s");
  }

  @Test
  void consoleSpeaksKoreanInTheSameColumns() {
    assertThat(printed(Language.KOREAN, false).lines())
        .contains(
            "변경          1.2초: 클라이언트 5개에서 11개로",
            "클라이언트    10개 접속",
            "              1개 거절됨 (정상: 최대 인원은 10)",
            "이동          예정 1000, 보냄 999, 응답 998, 초당 99.8",
            "FAIL, 10.2초");
  }

  @Test
  void liveLineIsWrittenOver() {
    assertThat(printed(Language.ENGLISH, true))
        .contains("\r\u001b[K1.5 s  10 play")
        .contains("violations\r\u001b[Kchanged       at 1.2 s");
  }

  @Test
  void csvHasRowForEachSecond() {
    assertThat(SwarmCsv.of(RESULT))
        .isEqualTo(
            """
            second,part,clients,moves_sent,moves_answered,response_p50_ms,response_p99_ms,response_max_ms,violations,generator_cpu_percent,generator_lag_ms,gc_ms,late
            0,warmup,10,100,0,,,,0,0.0,0.000,0,false
            1,play,9,90,100,0.100,2.500,4.000,1,25.0,12.500,7,true
            """);
  }

  @Test
  void junitXmlHasCaseForEachThreshold() {
    assertThat(SwarmJUnitXml.of(plan, JUDGEMENT, Instant.parse("2026-01-02T03:04:05.678Z"), "1.0"))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="swarm homework3" time="10.212" timestamp="2026-01-02T03:04:05Z" tests="4" errors="0" skipped="0" failures="2">
              <properties>
                <property name="tool" value="simul 1.0"/>
                <property name="target" value="127.0.0.1:9000"/>
                <property name="seed" value="123"/>
                <property name="clients" value="11"/>
                <property name="verdict" value="FAIL"/>
              </properties>
              <testcase name="moves are answered" classname="swarm.thresholds" time="10.212"/>
              <testcase name="not violations &gt; 0" classname="swarm.thresholds" time="10.212">
                <failure message="violations is 1.0" type="threshold">MOVE-002 at 12 ms bot 3: was told a thing twice  [05 01 03 07 07]</failure>
              </testcase>
              <testcase name="not response.p99 &gt; 50ms" classname="swarm.thresholds" time="10.212"/>
              <testcase name="not reach &lt; 100%" classname="swarm.thresholds" time="10.212">
                <failure message="reach is 0.9998998998998999" type="threshold"></failure>
              </testcase>
            </testsuite>
            """);
  }

  @Test
  void jsonHasTheNamesThatOthersRead() {
    assertThat(SwarmJson.of(plan, JUDGEMENT, "1.0"))
        .isEqualTo(
            """
            {
              "tool": "simul",
              "version": "1.0",
              "spec": "homework3",
              "target": "127.0.0.1:9000",
              "seed": 123,
              "verdict": "FAIL",
              "durationMillis": 10212,
              "behaviors": {"wander": 10, "churn": 1},
              "changes": [
                {"atMillis": 1234, "what": "clients", "from": 5.0, "to": 11.0},
                {"atMillis": 2345, "what": "rate", "from": 2.5, "to": 10.0},
                {"atMillis": 9999, "what": "stop"}
              ],
              "clients": {"asked": 11, "admitted": 10, "refused": 1, "left": 3, "returned": 2},
              "observers": 11,
              "moves": {"asked": 1000, "sent": 999, "answered": 998, "perSecond": 99.8, "warmUp": 200},
              "reach": 0.999,
              "sights": {"expected": 9990, "received": 9989},
              "joinMillis": {"count": 10, "p50": 0.5, "p90": 0.75, "p99": 1.0, "p999": 1.0, "max": 1.0},
              "responseMillis": {"count": 998, "p50": 0.1, "p90": 0.25, "p99": 1.5, "p999": 10.125, "max": 123.456},
              "serviceMillis": {"count": 998, "p50": 0.05, "p90": 0.2, "p99": 1.25, "p999": 10.0, "max": 100.0},
              "propagationMillis": {"count": 8991, "p50": 0.2, "p90": 0.3, "p99": 2.0, "p999": 20.0, "max": 200.0},
              "violations": {
                "total": 1,
                "first": [
                  {"atMillis": 12, "bot": 3, "rule": "MOVE-002", "text": "was told a thing twice", "bytes": "05 01 03 07 07"}
                ]
              },
              "errors": {"connect": 0, "reset": 1, "closed": 0, "timeout": 0, "tool": 0},
              "generator": {
                "cpuPercent": 12.54,
                "maxLagMillis": 11.1,
                "lateSeconds": 1,
                "late": [1],
                "gcMillis": 7,
                "transport": "epoll"
              },
              "thresholds": [
                {"expression": "violations > 0", "met": false, "actual": 1.0, "leavesOutLateSeconds": false},
                {"expression": "response.p99 > 50ms", "met": true, "actual": 1.5, "leavesOutLateSeconds": true},
                {"expression": "reach < 100%", "met": false, "actual": 0.999, "leavesOutLateSeconds": false}
              ]
            }
            """);
  }
}
