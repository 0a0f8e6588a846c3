package simul.conformance.mutant;

import java.util.Optional;
import java.util.function.UnaryOperator;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.model.Direction;
import simul.spec.reference.Reassembly;

/** Right reassembly for one connection, whose requests reach somebody who gets them wrong. */
final class Spoiling implements Reassembly {
  private final Reassembly right;
  private final UnaryOperator<Requests> faulty;
  private Requests spoiled;

  Spoiling(RequestDecoder decoder, UnaryOperator<Requests> faulty) {
    this.right = new Reassembly.Buffered(decoder);
    this.faulty = faulty;
  }

  @Override
  public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
    if (spoiled == null) {
      spoiled = faulty.apply(requests);
    }
    return right.received(bytes, from, to, spoiled);
  }

  /** Passes every request on, for those that get one of them wrong. */
  abstract static class Passed implements Requests {
    private final Requests right;

    Passed(Requests right) {
      this.right = right;
    }

    /** Whether a move, of either kind, is acted on. */
    boolean isActedOn() {
      return true;
    }

    @Override
    public void move(Direction direction) {
      if (isActedOn()) {
        right.move(direction);
      }
    }

    @Override
    public void moveTo(int x, int y) {
      if (isActedOn()) {
        right.moveTo(x, y);
      }
    }

    @Override
    public void hello() {
      right.hello();
    }

    @Override
    public void poke() {
      right.poke();
    }

    @Override
    public void bye() {
      right.bye();
    }
  }
}
