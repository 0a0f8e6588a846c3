package simul.bots.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static simul.bots.swarm.Swarms.rules;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simul.bots.behavior.Mix;
import simul.bots.measure.Change;
import simul.bots.measure.SwarmResult;
import simul.spec.model.WorldRules;
import simul.spec.reference.Parts;
import simul.spec.reference.PassingHandler;
import simul.spec.reference.ReferenceServer;
import simul.spec.reference.io.Connection;
import simul.spec.reference.io.ConnectionHandler;
import simul.spec.reference.io.SelectLoop;
import simul.spec.world.World;

/** Swarms whose number and rate change while they play: a right server is never accused. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class ChangingSwarmTest {
  private static final Duration SHORT = Duration.ofSeconds(1);

  /** Wishes that are made as soon as the server has heard so many packets. */
  private record Prompt(int packets, Wish... wishes) {}

  /** Hears when a server has received so many packets, and tells the swarm that plays on it. */
  private static final class Prompter {
    private final List<Prompt> prompts;
    private Swarm swarm;
    private int heard;

    Prompter(Prompt... prompts) {
      this.prompts = List.of(prompts);
    }

    ConnectionHandler before(ConnectionHandler game) {
      return new PassingHandler(game) {
        @Override
        public void received(Connection connection, byte[] bytes, int from, int to) {
          super.received(connection, bytes, from, to);
          heard();
        }
      };
    }

    private void heard() {
      heard++;
      for (Prompt prompt : prompts) {
        if (prompt.packets() == heard) {
          for (Wish wish : prompt.wishes()) {
            swarm.ask(wish);
          }
        }
      }
    }

    Parts into(Parts parts) {
      return parts.withIo((address, game) -> SelectLoop.start(address, before(game)));
    }

    SwarmResult run(ReferenceServer server, Load load, Duration patience) throws NobodyAnswers {
      swarm =
          new Swarm(new SwarmPlan(TamperedServer.PROTOCOL, server.address(), load, 7, patience));
      return swarm.run(progress -> {});
    }
  }

  private static SwarmResult run(Load load, Prompt... prompts) throws Exception {
    Prompter prompter = new Prompter(prompts);
    try (ReferenceServer server = TamperedServer.of(prompter::into)) {
      return prompter.run(server, load, SwarmPlan.DEFAULT_PATIENCE);
    }
  }

  private static Load clients(int clients) {
    return Load.of(clients, 50, Duration.ofMillis(600));
  }

  private static void assertNothingIsHeldAgainstServer(SwarmResult result) {
    assertThat(result.firstViolations()).extracting(v -> v.ruleId() + " " + v.text()).isEmpty();
    assertThat(result.sights().reach()).isEqualTo(1);
    assertThat(result.errors().any()).isFalse();
    assertThat(result.verdict()).isEqualTo(SwarmResult.Verdict.PASS);
  }

  @Test
  void newcomersJoinAndPlay() throws Exception {
    SwarmResult result = run(clients(3), new Prompt(15, new Wish.Clients(8)));

    assertNothingIsHeldAgainstServer(result);
    assertThat(result.clients()).isEqualTo(new SwarmResult.Clients(8, 8, 0, 0, 10));
    assertThat(result.times().join().count()).isEqualTo(8);
    assertThat(result.moves().asked()).isGreaterThan(3 * 30 + 5 * 5);
    assertThat(result.absences()).isEqualTo(new SwarmResult.Absences(0, 0));
    assertThat(result.changes())
        .extracting(Change::what, Change::from, Change::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Change.What.CLIENTS, 3.0, 8.0));
    assertThat(result.changes().get(0).at()).isBetween(Duration.ofMillis(50), result.playTime());
  }

  @Test
  void newcomersBeyondTheLimitAreRefusedAsExpected() throws Exception {
    SwarmResult result = run(clients(5), new Prompt(20, new Wish.Clients(13)));

    assertNothingIsHeldAgainstServer(result);
    assertThat(result.clients()).isEqualTo(new SwarmResult.Clients(13, 10, 3, 0, 10));
    assertThat(result.clients().asExpected()).isTrue();
  }

  @Test
  void rampHoldsForNewcomers() throws Exception {
    SwarmResult result = run(clients(1).withRamp(20), new Prompt(5, new Wish.Clients(6)));

    assertNothingIsHeldAgainstServer(result);
    assertThat(result.clients().admitted()).isEqualTo(6);
    assertThat(result.moves().asked()).isLessThan(30 + 5 * 25 - 2 * 10);
  }

  @Test
  void someLeaveAndTheOthersAreTold() throws Exception {
    SwarmResult result = run(clients(9), new Prompt(40, new Wish.Clients(4)));

    assertNothingIsHeldAgainstServer(result);
    assertThat(result.clients()).isEqualTo(new SwarmResult.Clients(9, 9, 0, 0, 10));
    assertThat(result.seconds().get(0).clients()).isEqualTo(4);
    assertThat(result.moves().asked()).isLessThan(9 * 30);
  }

  @Test
  void leaveThatIsNotToldIsViolation() throws Exception {
    Prompter prompter = new Prompter(new Prompt(40, new Wish.Clients(4)));
    try (ReferenceServer server =
        TamperedServer.handling(
            game ->
                new PassingHandler(prompter.before(game)) {
                  @Override
                  public void closed(Connection connection, String reason) {
                    // The others are told nothing.
                  }
                })) {
      SwarmResult result = prompter.run(server, clients(5), SHORT);

      assertThat(rules(result)).containsExactly("LEAVE-001");
      assertThat(result.violations()).isEqualTo(4);
    }
  }

  @Test
  void whoeverLeftMayComeAgain() throws Exception {
    SwarmResult result =
        run(clients(9), new Prompt(40, new Wish.Clients(2)), new Prompt(60, new Wish.Clients(10)));

    assertNothingIsHeldAgainstServer(result);
    assertThat(result.clients()).isEqualTo(new SwarmResult.Clients(10, 10, 0, 0, 10));
    assertThat(result.times().join().count()).isEqualTo(9 + 8);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rightServerIsNeverAccusedWhateverIsWished(long seed) throws Exception {
    Random random = new Random(seed);
    Prompt[] prompts = new Prompt[30];
    for (int i = 0; i < prompts.length; i++) {
      Wish rate = new Wish.Rate(20 + random.nextInt(80));
      prompts[i] = new Prompt(20 * i, new Wish.Clients(1 + random.nextInt(13)), rate);
    }
    Mix mix =
        Mix.parse(
            "wander,hotspot,idle,churn,burst,fragmenter,coalescer,slow-reader,half-open,reset");

    SwarmResult result = run(Load.of(8, 50, Duration.ofSeconds(2)).withMix(mix), prompts);

    assertThat(result.firstViolations()).extracting(v -> v.ruleId() + " " + v.text()).isEmpty();
    assertThat(result.sights().reach()).isEqualTo(1);
    assertThat(result.changes()).hasSizeGreaterThan(20);
  }

  private static ReferenceServer withLimit(int limit, Prompter prompter) throws IOException {
    WorldRules rules = TamperedServer.PROTOCOL.spec().world();
    WorldRules other = new WorldRules(rules.width(), rules.height(), rules.blockedReply(), limit);
    return TamperedServer.of(parts -> prompter.into(parts.withWorld(World.inRows(other))));
  }

  @Test
  void serverThatRefusesNewcomersItHasRoomForIsAccusedOfEachOnce() throws Exception {
    Prompter prompter = new Prompter(new Prompt(15, new Wish.Clients(13)));
    try (ReferenceServer server = withLimit(7, prompter)) {
      SwarmResult result = prompter.run(server, clients(3), Duration.ofMillis(300));

      assertThat(rules(result)).containsExactly("FULL-002");
      assertThat(result.violations()).isEqualTo(3);
      assertThat(result.firstViolations().get(0).text())
          .startsWith("was not admitted, though the limit is 10 and only 7 are in: the server ");
    }
  }

  @Test
  void serverThatAdmitsNewcomersBeyondTheLimitIsAccused() throws Exception {
    Prompter prompter = new Prompter(new Prompt(15, new Wish.Clients(12)));
    try (ReferenceServer server = withLimit(11, prompter)) {
      SwarmResult result = prompter.run(server, clients(3), SHORT);

      assertThat(rules(result)).contains("FULL-001");
      assertThat(result.clients().asExpected()).isFalse();
    }
  }

  @Test
  void rateChangesAndEveryMoveIsAnswered() throws Exception {
    Load slow = Load.of(5, 10, Duration.ofMillis(800));

    SwarmResult result = run(slow, new Prompt(10, new Wish.Rate(100)));

    assertNothingIsHeldAgainstServer(result);
    SwarmResult.Moves moves = result.moves();
    assertThat(moves.asked()).isEqualTo(moves.sent()).isEqualTo(moves.answered());
    double changedAt = result.changes().get(0).at().toNanos() / 1e9;
    assertThat((double) moves.asked())
        .isCloseTo(5 * (10 * changedAt + 100 * (0.8 - changedAt)), within(5 * 2 + 5));
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void closedLoopGrowsToo() throws Exception {
    SwarmResult result = run(clients(2).closed(), new Prompt(50, new Wish.Clients(6)));

    assertNothingIsHeldAgainstServer(result);
    assertThat(result.clients().admitted()).isEqualTo(6);
  }

  @Test
  void stopIsInTheResult() throws Exception {
    SwarmResult result =
        run(Load.of(3, 50, Duration.ofMinutes(10)), new Prompt(30, new Wish.Stop()));

    assertNothingIsHeldAgainstServer(result);
    assertThat(result.playTime()).isLessThan(Duration.ofMinutes(1));
    assertThat(result.changes()).extracting(Change::what).containsExactly(Change.What.STOP);
  }

  @Test
  void whatCannotBeIsSaidAtOnce() throws Exception {
    try (ReferenceServer server = TamperedServer.right()) {
      SwarmPlan plan =
          new SwarmPlan(TamperedServer.PROTOCOL, server.address(), clients(2).closed(), 7, SHORT);
      Swarm swarm = new Swarm(plan, more -> Optional.of("no room for " + more + " more"));
      Consumer<Wish> ask = swarm::ask;

      assertThatThrownBy(() -> ask.accept(new Wish.Rate(5)))
          .hasMessage("rate is for --think open: with closed the answers set the rate");
      assertThatThrownBy(() -> ask.accept(new Wish.Clients(5)))
          .hasMessage("clients 5: no room for 3 more");
      swarm.run(progress -> {});
      assertThatThrownBy(() -> ask.accept(new Wish.Clients(1)))
          .hasMessage("the last moves have been made; nothing can be changed");
    }
  }
}
