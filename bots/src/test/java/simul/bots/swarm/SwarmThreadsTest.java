package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import simul.spec.reference.ReferenceServer;

/** What a swarm leaves behind in its program; alone, for other tests' swarms have threads too. */
@Isolated
@Timeout(60)
class SwarmThreadsTest {
  @Test
  void noThreadOutlivesRun() throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      Swarms.swarm(server, 3);

      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.startsWith("bots"));
    }
  }
}
