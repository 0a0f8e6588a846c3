package simul.conformance.odd;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import simul.conformance.odd.Habits.Parting;
import simul.spec.model.Roles;
import simul.spec.model.WorldRules;
import simul.spec.reference.Parts;
import simul.spec.reference.io.OutboundQueue;
import simul.spec.reference.io.Receiver;
import simul.spec.reference.io.SelectLoop;

/** Every odd server there is. */
public final class OddServers {
  /** Where their randomness starts, so that each run of one meets the same choices. */
  static final long SEED = 4;

  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration DELAY = Duration.ofMillis(20);
  private static final Duration BETWEEN_ACCEPTS = Duration.ofMillis(10);

  /** Within the 2 seconds that the handout gives, and not far from them. */
  private static final Duration LATE_CLOSE = Duration.ofMillis(1500);

  private static final Duration LATE_LOGOUT = Duration.ofMillis(300);
  private static final Duration LATE_HALF_CLOSE = Duration.ofMillis(300);

  /** The kernel doubles it, and does not go below some 2 KiB. */
  private static final int TINY_BUFFER_BYTES = 1152;

  private OddServers() {}

  /** All: odd input, then odd games, then odd output, then odd ends. */
  public static List<OddServer> all() {
    return Stream.of(input(), games(), output(), ends()).flatMap(List::stream).toList();
  }

  /** The odd server of that command-line name. */
  public static Optional<OddServer> find(String name) {
    return all().stream().filter(odd -> odd.name().equalsIgnoreCase(name)).findFirst();
  }

  private static List<OddServer> input() {
    return List.of(
        blocking(
            "ServesEachClientByThread", "has two threads for each client and one lock", h -> h),
        blocking("ReadsSingleBytes", "receives one byte at a time", habits -> habits.reading(1)),
        blocking(
            "HasTinyReceiveBuffer",
            "lets the kernel hold hardly 2 KiB of what comes",
            habits -> habits.buffering(TINY_BUFFER_BYTES)),
        blocking(
            "AcceptsSlowly",
            "accepts one client every 10 ms",
            habits -> habits.acceptingEvery(BETWEEN_ACCEPTS)),
        new OddServer(
            "SkipsBadFrames",
            "passes over bad input and goes on with the next packet, where its start is known",
            parts -> parts.withReassembly(SkipsBadFrames::new)),
        blocking(
            "ResetsOverBadInput",
            "ends the connection of a client that sends bad input by a reset",
            habits -> habits.parting(Parting.ORDERLY, Parting.RESET)));
  }

  private static List<OddServer> games() {
    return List.of(
        blocking(
            "TicksTwentyTimesPerSecond",
            "acts on what has come every 50 ms",
            habits -> habits.hearingAt(() -> Pace.ticking(TICK))),
        blocking(
            "AnswersAfterTwentyMillis",
            "acts on everything 20 ms after it has come",
            habits -> habits.hearingAt(() -> Pace.delayed(DELAY))),
        new OddServer(
            "GivesAnyFreeId",
            "gives a newcomer any of the free IDs",
            parts -> parts.withWorld(new OddWorlds.AnyFreeId(rules(parts), random()))),
        new OddServer(
            "StartsAnywhere",
            "starts every piece on a random cell",
            parts -> parts.withWorld(OddWorlds.startingAnywhere(rules(parts), random()))),
        new OddServer(
            "IntroducesInAnyOrder",
            "tells a newcomer of the others in any order",
            parts -> parts.withAnnouncer(OddAnnouncers.IntroducingInAnyOrder::new)),
        silentOfBlockedMoves(
            "IsSilentOfBlockedMoves", "says nothing of a move that stays where it is", 1),
        silentOfBlockedMoves(
            "TellsBlockedMovesNowAndThen", "tells every other move that stays where it is", 2));
  }

  private static List<OddServer> output() {
    return List.of(
        blocking(
            "WritesSingleBytes",
            "sends every byte by itself",
            habits -> habits.writing(1, Duration.ZERO)),
        blocking(
            "BatchesOutput",
            "collects its output and sends it every 50 ms",
            habits -> habits.writing(Integer.MAX_VALUE, TICK)),
        blocking(
            "KeepsSlowReaders",
            "keeps 32 MiB for a client that does not read, a thousand bytes a send",
            habits -> habits.writing(1000, Duration.ZERO)),
        new OddServer(
            "DropsSlowReaders",
            "cuts a client off at the first send that the kernel does not take whole",
            parts -> parts.withIo(SelectLoop.with(Receiver.ONCE, bound -> new OutboundQueue(0)))));
  }

  private static List<OddServer> ends() {
    return List.of(
        new OddServer(
            "LeavesEleventhUnanswered",
            "neither answers a client beyond the limit nor closes its connection",
            Set.of("FULL-005"),
            // Where clients choose, a refusal may only mean that the ID is not free again yet.
            parts -> choosesIds(parts) ? parts : refusing(Parting.NEVER).apply(parts)),
        new OddServer(
            "ClosesEleventhLate",
            "closes the connection of a client beyond the limit after 1.5 s",
            refusing(Parting.after(LATE_CLOSE))),
        new OddServer(
            "ResetsEleventh",
            "resets the connection of a client beyond the limit",
            refusing(Parting.RESET)),
        blocking(
            "AnswersHalfCloseLate",
            "closes its end, and tells of the leave, 300 ms after the client has closed its own",
            habits -> habits.noticingEnds(LATE_HALF_CLOSE, Duration.ZERO)),
        blocking(
            "TellsLogoutLate",
            "tells of a leave and frees the slot 300 ms after the connection has ended",
            habits -> habits.noticingEnds(Duration.ZERO, LATE_LOGOUT)));
  }

  private static OddServer blocking(String oddity, String summary, UnaryOperator<Habits> habits) {
    return new OddServer(oddity, summary, on(habits.apply(Habits.USUAL)));
  }

  private static UnaryOperator<Parts> on(Habits habits) {
    return parts ->
        parts.withIo(BlockingSockets.with(habits)).withAnnouncer(OddAnnouncers.Admitting::new);
  }

  private static UnaryOperator<Parts> refusing(Parting parting) {
    return on(Habits.USUAL.parting(parting, Parting.ORDERLY));
  }

  /** Tells the last of so many blocked moves that follow one another, and not the others. */
  private static OddServer silentOfBlockedMoves(String oddity, String summary, int every) {
    return new OddServer(
        oddity,
        summary,
        parts ->
            parts.withAnnouncer(
                (protocol, world) -> {
                  int[] blocked = new int[1];
                  return new OddAnnouncers.SilentOfBlockedMoves(
                      protocol, world, () -> every == 1 || blocked[0]++ % every == 0);
                }));
  }

  private static boolean choosesIds(Parts parts) {
    return parts.protocol().spec().roles().identity() == Roles.Identity.CHOSEN;
  }

  private static WorldRules rules(Parts parts) {
    return parts.protocol().spec().world();
  }

  private static RandomGenerator random() {
    return new SplittableRandom(SEED);
  }
}
