package simul.spec.header;

import java.util.List;
import java.util.Map;

/**
 * What a header seems to mean: a pure function of the header, every part of it with a reason.
 *
 * @param packets in the order of the header
 * @param moves one for each direction, or none
 * @param world numbers that the rules of the world need, by what they are
 */
public record Guess(
    List<PacketGuess> packets, Hunch<List<MoveGuess>> moves, Map<WorldNumber, Hunch<Long>> world) {
  public Guess {
    packets = List.copyOf(packets);
    world = Map.copyOf(world);
  }

  /** A number of the world. */
  public enum WorldNumber {
    WIDTH,
    HEIGHT,
    MAX_CLIENTS,
    PORT
  }

  /** Guesses what a header means. */
  public static Guess of(Header header) {
    return new Guesser(header).guess();
  }
}
