package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simul.spec.load.SpecLoader;

/** Wrong input: one line that names the thing and the value, and the exit code for it. */
class WrongUseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          swarm --bogus                 | 2 | simul: Unknown option: '--bogus' (see simul swarm --help)
          swarm --client 3              | 2 | simul: Unknown options: '--client', '3'; did you mean --clients? (see simul swarm --help)
          swarm --clients 0             | 2 | simul: --clients must be in 1..20000, but is 0
          swarm --clients 99999         | 2 | simul: --clients must be in 1..20000, but is 99999
          swarm --clients ten           | 2 | simul: Invalid value for option '--clients': 'ten' is not an int (see simul swarm --help)
          swarm --rate 0                | 2 | simul: --rate must be above 0 and at most 10000, but is 0.0
          swarm --rate NaN              | 2 | simul: --rate must be above 0 and at most 10000, but is NaN
          swarm --ramp 20               | 2 | simul: Invalid value for option '--ramp': '20' is not so many a second as 20/s, from 0.1/s to 100000/s (see simul swarm --help)
          swarm --ramp 0/s              | 2 | simul: Invalid value for option '--ramp': '0/s' is not so many a second as 20/s, from 0.1/s to 100000/s (see simul swarm --help)
          swarm --behavior dance        | 2 | simul: Invalid value for option '--behavior': no behavior 'dance': there are wander, hotspot, idle, churn, burst, fragmenter, coalescer, slow-reader, half-open, reset (see simul swarm --help)
          swarm --behavior idle=lots    | 2 | simul: Invalid value for option '--behavior': the weight of idle must be a number such as 70 or 0.5, but is 'lots' (see simul swarm --help)
          swarm --behavior idle=0       | 2 | simul: Invalid value for option '--behavior': the weights sum to 0; at least one must be above 0 (see simul swarm --help)
          swarm --think hard            | 2 | simul: Invalid value for option '--think': expected one of [OPEN, CLOSED] (case-insensitive) but was 'hard' (see simul swarm --help)
          grade no-such.zip             | 2 | simul: no-such.zip: no such file or folder
          grade *.no-such               | 2 | simul: *.no-such: no such file or folder
          grade . --jobs 0              | 2 | simul: --jobs must be in 1..64, but is 0
          grade . --jobs 2 --unsandboxed | 2 | simul: --unsandboxed grades one at a time: leave out --jobs
          grade . --rubric homework4    | 2 | simul: no rubric homework4: neither a file nor one of homework3; did you mean homework3?
          grade . --late-after tomorrow | 2 | simul: --late-after tomorrow: not a time as 2026-11-30T23:59 or 2026-11-30T23:59+09:00
          grade . --build turbo         | 2 | simul: --build turbo: there are cmake, elf, exe, g++, gradle, jar, make, maven, mingw, msbuild
          swarm --spec nameless --behavior churn | 2 | simul: --behavior churn: on nameless nothing tells bots that come back which piece is whose
          swarm --think closed --rate 5 | 2 | simul: --rate is for --think open: with closed the answers set the rate
          swarm --fail-if fast          | 2 | simul: Invalid value for option '--fail-if' (EXPRESSION): 'fast' is not a metric, a comparison (> >= < <=) and a number, as in 'response.p99 > 50ms', 'reach < 1' or 'violations > 0' (see simul swarm --help)
          swarm --csv /no/such/x.csv    | 2 | simul: --csv /no/such/x.csv: no file can be written there
          swarm --junit-xml /no/x.xml   | 2 | simul: --junit-xml /no/x.xml: no file can be written there
          swarm --html /no/such/x.html  | 2 | simul: --html /no/such/x.html: no file can be written there
          swarm --live 70000            | 2 | simul: --live must be in 0..65535, but is 70000
          swarm --live soon             | 2 | simul: Invalid value for option '--live': 'soon' is not an int (see simul swarm --help)
          swarm --live-address 0.0.0.0  | 2 | simul: --live-address needs --live
          swarm --live --live-address no-host.invalid | 2 | simul: --live-address no-host.invalid: no such address
          swarm --warmup soon           | 2 | simul: Invalid value for option '--warmup': 'soon' is not a duration such as 500ms, 10s or 2m (see simul swarm --help)
          swarm --duration 5            | 2 | simul: Invalid value for option '--duration': '5' is not a duration such as 500ms, 10s or 2m (see simul swarm --help)
          swarm --duration 0s           | 2 | simul: Invalid value for option '--duration': '0s' is not between 1ms and 1440m (see simul swarm --help)
          swarm --port 0                | 2 | simul: --port must be in 1..65535, but is 0
          swarm --port 70000            | 2 | simul: --port must be in 1..65535, but is 70000
          swarm --host no-host.invalid  | 3 | simul: --host no-host.invalid: no such host
          swarm --json /no/such/x.json  | 2 | simul: --json /no/such/x.json: no file can be written there
          swarm --spec homework4        | 2 | simul: no spec homework4: neither a file nor one of {bundled}; did you mean homework3?
          fuzz --tries 0                | 2 | simul: --tries must be in 1..1000000000, but is 0
          fuzz --time soon              | 2 | simul: Invalid value for option '--time': 'soon' is not a duration such as 500ms, 10s or 2m (see simul fuzz --help)
          fuzz --traces /no/such        | 2 | simul: --traces /no/such: no such folder
          fuzz --corpus /no/such        | 2 | simul: --corpus /no/such: no such folder
          fuzz --json /no/such/x.json   | 2 | simul: --json /no/such/x.json: no file can be written there
          fuzz --launch {port} --host h | 2 | simul: --launch starts a server on this host: leave out --host
          conform --port 0              | 2 | simul: --port must be in 1..65535, but is 0
          conform --port 70000          | 2 | simul: --port must be in 1..65535, but is 70000
          conform --host no-host.invalid| 3 | simul: --host no-host.invalid: no such host
          conform --only NOPE-*         | 2 | simul: no check matches NOPE-* (conform --list shows them all)
          conform --only FRAME-001,FRAME-O01 | 2 | simul: no check matches FRAME-O01 (conform --list shows them all)
          conform --exclude FRAME-O01   | 2 | simul: no check matches FRAME-O01 (conform --list shows them all)
          conform --only FRAME-001 --exclude FRAME-* | 2 | simul: no check matches --only [FRAME-001] --exclude [FRAME-*]
          conform --traces /no/such     | 2 | simul: --traces /no/such: no such folder
          conform --junit-xml /no/x.xml | 2 | simul: --junit-xml /no/x.xml: no file can be written there
          conform --html /no/such/x.html| 2 | simul: --html /no/such/x.html: no file can be written there
          conform --pcapng /no/x.pcapng | 2 | simul: --pcapng /no/x.pcapng: no file can be written there
          conform --patience never      | 2 | simul: Invalid value for option '--patience': 'never' is not a duration such as 500ms, 10s or 2m (see simul conform --help)
          conform --quick --thorough    | 2 | simul: --quick, --thorough are mutually exclusive (specify only one) (see simul conform --help)
          conform --repeat 0            | 2 | simul: --repeat must be in 1..1000, but is 0
          conform --repeat 1001         | 2 | simul: --repeat must be in 1..1000, but is 1001
          conform --repeat twice        | 2 | simul: Invalid value for option '--repeat': 'twice' is not an int (see simul conform --help)
          conform --lang fr             | 2 | simul: Invalid value for option '--lang': expected one of [EN, KO] (case-insensitive) but was 'fr' (see simul conform --help)
          conform --launch serve        | 2 | simul: --launch serve: no word has a {port}, so --port must name the port that the server listens on
          conform --launch {port} --host h | 2 | simul: --launch starts a server on this host: leave out --host
          conform --launch 'x{port}     | 2 | simul: --launch 'x{port}: it has a ' at column 1 that is never closed
          conform --launch {port} --port 0 | 2 | simul: --port must be in 1..65535, but is 0
          conform --launch {port} --launch-folder /no/such | 2 | simul: --launch-folder /no/such: no such folder
          conform --launch {port} --restart daily | 2 | simul: Invalid value for option '--restart': expected one of [CASE, GROUP, NEVER] (case-insensitive) but was 'daily' (see simul conform --help)
          conform --launch {port} --launch-timeout 9 | 2 | simul: Invalid value for option '--launch-timeout': '9' is not a duration such as 500ms, 10s or 2m (see simul conform --help)
          conform --launch no-such-program-{port} --port 9 | 3 | simul: the server cannot be started: no-such-program-{port}: No such file or directory
          conform --restart case        | 2 | simul: --restart needs --launch
          conform --launch-timeout 9s   | 2 | simul: --launch-timeout needs --launch
          conform --launch-folder .     | 2 | simul: --launch-folder needs --launch
          serve --port 70000            | 2 | simul: --port must be in 0..65535, but is 70000
          serve --port -1               | 2 | simul: --port must be in 0..65535, but is -1
          serve --bug nothing           | 2 | simul: no bug nothing (see --list-bugs)
          serve --bug acts-on-half-packets | 2 | simul: no bug acts-on-half-packets (see --list-bugs); did you mean acts-on-half-packet?
          serve --odd nothing           | 2 | simul: no odd server nothing (see --list-odd)
          serve --odd write-single-bytes| 2 | simul: no odd server write-single-bytes (see --list-odd); did you mean writes-single-bytes?
          serve --bug a --odd b         | 2 | simul: --bug a and --odd b: only one of them
          selfcheck --only nobody       | 2 | simul: no server matches --only [nobody]
          selfcheck --checks NOPE-*     | 2 | simul: no check matches NOPE-* (conform --list shows them all)
          selfcheck --repeat 0          | 2 | simul: --repeat must be in 1..10000, but is 0
          selfcheck --jobs 65           | 2 | simul: --jobs must be in 1..64, but is 65
          selfcheck --summary /no/x.md  | 2 | simul: --summary /no/x.md: no file can be written there
          selfcheck --patience never    | 2 | simul: Invalid value for option '--patience': 'never' is not a duration such as 500ms, 10s or 2m (see simul selfcheck --help)
          serve --io-model epoll        | 2 | simul: --io-model must be one of thread, virtual-thread, nonblocking, select, async-select, event-select, overlapped-event, overlapped-callback, iocp, but is epoll
          serve --io-model overlapped   | 2 | simul: --io-model must be one of thread, virtual-thread, nonblocking, select, async-select, event-select, overlapped-event, overlapped-callback, iocp, but is overlapped
          serve --io-model iocp --bug takes-lone-byte-for-packet | 2 | simul: --io-model iocp: what --bug and --odd alter is the server that uses select
          serve --max-threads 3         | 2 | simul: --max-threads 3: select has the same threads for any clients
          serve --io-model thread --max-threads 0 | 2 | simul: --max-threads must be at least 1, but is 0
          serve --max-clients 0         | 2 | simul: --max-clients must be in 1..1000000, but is 0
          serve --max-clients 300 --spec homework3 | 2 | simul: --max-clients 300: too many for the IDs or arrays of homework3 (those of crowd have 32 bits)
          serve --max-clients 300 --spec no-such.yaml | 2 | simul: no spec no-such.yaml: neither a file nor one of {bundled}
          compare-io-models --models epoll | 2 | simul: --io-model must be one of thread, virtual-thread, nonblocking, select, async-select, event-select, overlapped-event, overlapped-callback, iocp, but is epoll
          compare-io-models --clients 0 | 2 | simul: --clients must be in 1..20000, but is 0
          compare-io-models --rate 0    | 2 | simul: --rate must be above 0, but is 0.0
          compare-io-models --jdk /no   | 2 | simul: --jdk /no: no JDK, for it has no bin/java
          compare-io-models --html /no/x.html | 2 | simul: --html /no/x.html: no file can be written there
          serve --host no-host.invalid  | 3 | simul: --host no-host.invalid: no such host
          replay no-such.trace          | 2 | simul: replay file no-such.trace: cannot be read
          replay                        | 2 | simul: Missing required parameter: 'FILE' (see simul replay --help)
          explain FRAME-999             | 2 | simul: no rule FRAME-999; did you mean FRAME-009?
          spec                          | 2 | simul: a command is needed (see simul spec --help)
          spec check no-such.yaml       | 2 | simul: no spec no-such.yaml: neither a file nor one of {bundled}
          io-model                      | 2 | simul: Missing required parameter: 'PATH' (see simul io-model --help)
          io-model no-such-folder       | 2 | simul: no-such-folder: no such file or folder
          io-model src/test/python      | 2 | simul: src/test/python: no C++ source in it
          io-model . --json /no/x.json  | 2 | simul: --json /no/x.json: no file can be written there
          swarn                         | 2 | simul: Unmatched argument at index 0: 'swarn'; did you mean swarm? (see simul --help)
          """)
  void saysInOneLineWhatIsWrong(String commandLine, int code, String message) {
    Commands.Ended ended = Commands.run(commandLine);

    String bundled = String.join(", ", SpecLoader.BUNDLED);
    assertThat(ended.complaints()).containsExactly(message.replace("{bundled}", bundled));
    assertThat(ended.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"swarm", "conform"})
  void saysThatNobodyListens(String command) throws Exception {
    Commands.Ended ended = Commands.run(command + " --port " + Commands.deadPort());

    assertThat(ended.complaints()).singleElement().asString().containsIgnoringCase("refused");
    assertThat(ended.code()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void saysThatNobodyListensToReplay(@TempDir Path folder) throws Exception {
    Path trace = folder.resolve("x.trace");
    Files.writeString(
        trace,
        """
        simul-replay 1
        spec homework3
        rule FRAME-001
        players 1
        send a 03 01 01
        settle
        """);

    Commands.Ended ended = Commands.run("replay " + trace + " --port " + Commands.deadPort());

    assertThat(ended.complaints()).singleElement().asString().contains("nobody listens there");
    assertThat(ended.code()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void needsCommand() {
    Commands.Ended ended = Commands.run(new String[0]);

    assertThat(ended.complaints()).containsExactly("simul: a command is needed (see simul --help)");
    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
  }
}
