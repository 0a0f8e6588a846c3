package simul.spec.model;

import java.util.Locale;
import java.util.Optional;

/** What a spec puts into a field. */
public sealed interface Value {

  /** A number, as {@link Scalar#bits} has it. */
  record Bits(long bits) implements Value {}

  /** Text; {@code $n} in it stands for the client's number. */
  record Text(String text) implements Value {
    /** The text of one client. */
    public String of(int client) {
      return text.replace("$n", String.valueOf(client));
    }
  }

  /** Something that is known only when the packet is sent. */
  record Variable(Kind kind) implements Value {}

  /** The variables. */
  enum Kind {
    /** The sender's own player ID. */
    SELF,
    /** A number that the client has for itself, different from the others', from 0. */
    N,
    /** A time stamp that the server hands back. */
    NOW,
    /** The column that the move leads to, as the protocol writes it. */
    X,
    /** The row that the move leads to, as the protocol writes it. */
    Y;

    /** The word in spec files: {@code $self}. */
    public String word() {
      return "$" + name().toLowerCase(Locale.ROOT);
    }

    /** The variable of that word, if it is one. */
    public static Optional<Kind> parse(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }
}
