package simul.conformance.mutant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import simul.spec.meaning.RequestDecoder;
import simul.spec.meaning.Requests;
import simul.spec.model.Direction;
import simul.spec.reference.Reassembly;

/**
 * Right buffering, and something wrong done about the requests that one receive has completed; what
 * it is, is left to the mutant.
 */
abstract class SpoiledRequests implements Reassembly {
  private final Reassembly right;

  SpoiledRequests(RequestDecoder decoder) {
    this.right = new Reassembly.Buffered(decoder);
  }

  @Override
  public Optional<String> received(byte[] bytes, int from, int to, Requests requests) {
    List<Asked> asked = new ArrayList<>();
    Optional<String> fault = right.received(bytes, from, to, Asked.into(asked));
    spoil(asked).forEach(request -> request.act().accept(requests));
    return fault;
  }

  /**
   * What is acted on in place of what was asked for.
   *
   * @param requests of one receive, in order; may be changed
   */
  abstract List<Asked> spoil(List<Asked> requests);

  /**
   * A request that has been decoded and not yet acted on.
   *
   * @param what equal for equal requests
   */
  record Asked(String what, Consumer<Requests> act) {

    /** Collects requests instead of acting on them. */
    static Requests into(List<Asked> asked) {
      return new Requests() {
        @Override
        public void move(Direction direction) {
          asked.add(new Asked(direction.word(), requests -> requests.move(direction)));
        }

        @Override
        public void moveTo(int x, int y) {
          asked.add(new Asked(x + " " + y, requests -> requests.moveTo(x, y)));
        }

        @Override
        public void hello() {
          asked.add(new Asked("hello", Requests::hello));
        }

        @Override
        public void poke() {
          asked.add(new Asked("poke", Requests::poke));
        }

        @Override
        public void bye() {
          asked.add(new Asked("bye", Requests::bye));
        }
      };
    }
  }
}
