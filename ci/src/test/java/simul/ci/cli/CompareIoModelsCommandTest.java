package simul.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@Tag("whole")
class CompareIoModelsCommandTest {

  @Test
  void measuresEachModelInProcessOfItsOwn(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("page.md");

    Commands.Ended ended =
        Commands.run(
            "compare-io-models --models iocp,select --clients 3 --duration 500ms --rate 300"
                + " --markdown "
                + page);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isEqualTo(ExitCode.HOLDS);
    assertThat(ended.out().lines()).hasSize(2).allMatch(line -> line.contains("moves/s"));
    assertThat(Files.readString(page)).contains("| select | select | ", "| iocp | ");
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void whatIsNotBegunInTimeIsSaid() {
    Commands.Ended ended =
        Commands.run("compare-io-models --models select,iocp --clients 3 --within 1ms");

    assertThat(ended.out()).contains("iocp", "served 0: the time of 1 ms was over");
    assertThat(ended.code()).isEqualTo(ExitCode.INCONCLUSIVE);
  }
}
