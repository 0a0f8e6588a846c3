package simul.spec.header;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import simul.spec.model.Sender;

/**
 * A packet of a drafted spec.
 *
 * @param name as the spec calls it
 * @param guess the struct that it comes from, and what is guessed of it
 * @param sender empty when nothing tells the ends apart
 * @param type the number in the type field; empty when it is unknown or there is no such field
 * @param typeReason why the number, or why there is none
 * @param fields what follows the header
 */
record DraftPacket(
    String name,
    PacketGuess guess,
    Optional<Hunch<Sender>> sender,
    OptionalLong type,
    String typeReason,
    List<DraftField> fields) {
  DraftPacket {
    fields = List.copyOf(fields);
  }

  /** What the header tells of it. */
  Annotation told() {
    return guess.told();
  }

  /** Whether it comes once, when the connection begins, and without the header. */
  boolean isOpening() {
    return told().values().containsKey("phase");
  }

  String struct() {
    return guess.struct().qualifiedName();
  }

  boolean isFrom(Sender end) {
    return sender.filter(hunch -> hunch.value() == end).isPresent();
  }

  DraftPacket typed(OptionalLong newType, String reason) {
    return new DraftPacket(name, guess, sender, newType, reason, fields);
  }
}
