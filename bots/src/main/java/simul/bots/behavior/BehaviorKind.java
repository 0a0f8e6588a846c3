package simul.bots.behavior;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The behaviours that there are, by the words that ask for them. */
public enum BehaviorKind {
  WANDER("wander", Wanderer::new),
  HOTSPOT("hotspot", HotspotVisitor::new),
  IDLE("idle", Idler::new),
  CHURN("churn", () -> new Churner(Turn.Farewell.CLOSE)),
  BURST("burst", () -> new Burster(BehaviorKind.BURST_MOVES, Turn.Delivery.WHOLE)),
  FRAGMENTER("fragmenter", Fragmenter::new),
  COALESCER("coalescer", () -> new Burster(BehaviorKind.JOINED_MOVES, Turn.Delivery.JOINED)),
  SLOW_READER("slow-reader", SlowReader::new),
  HALF_OPEN("half-open", () -> new Churner(Turn.Farewell.HALF_CLOSE)),
  RESET("reset", () -> new Churner(Turn.Farewell.RESET));

  private static final int BURST_MOVES = 10;

  /** Few enough that all fit into one read of a small server's buffer. */
  private static final int JOINED_MOVES = 4;

  private final String word;
  private final Supplier<Behavior> behavior;

  BehaviorKind(String word, Supplier<Behavior> behavior) {
    this.word = word;
    this.behavior = behavior;
  }

  /** The word for it in options and reports. */
  public String word() {
    return word;
  }

  /** A bot of that kind. */
  Behavior newBehavior() {
    return behavior.get();
  }

  static Optional<BehaviorKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
