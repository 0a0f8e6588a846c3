package simul.conformance.fuzz;

import java.util.Optional;

/**
 * One combination of what a stream can have in it.
 *
 * @param packet the name of the packet
 * @param cut where it lies in its writes
 * @param mutation what is done to it
 */
public record CoveragePoint(String packet, Cut cut, Mutation mutation) {

  /** The text in files: {@code MOVE cut-2 length-0}. */
  String text() {
    return packet + " " + cut.word() + " " + mutation.word();
  }

  /** The point of that text. */
  static Optional<CoveragePoint> parse(String text) {
    String[] words = text.strip().split("\\s+");
    if (words.length != 3) {
      return Optional.empty();
    }
    return Cut.parse(words[1])
        .flatMap(
            cut ->
                Mutation.parse(words[2])
                    .map(mutation -> new CoveragePoint(words[0], cut, mutation)));
  }
}
