package simul.spec.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What a packet from the server tells a client.
 *
 * @param packet name of a packet that servers send
 * @param when which occurrences of that packet on a connection carry this meaning
 * @param condition what its fields must hold to carry it
 * @param id name of the field with the player's ID; empty means the client itself
 * @param x name of the field with the column, where the packet tells a position
 * @param y name of the field with the row; present when {@code x} is
 * @param echo name of the field in which the server hands a time stamp back
 */
public record Event(
    Role role,
    String packet,
    When when,
    Condition condition,
    Optional<String> id,
    Optional<String> x,
    Optional<String> y,
    Optional<String> echo) {

  /** What an event means. */
  public enum Role {
    /** Tells a client its own ID. */
    SELF,
    /** Somebody is in the game. */
    ENTER,
    /** Where a piece is now. */
    POSITION,
    /** Somebody has left. */
    LEAVE,
    /** The client is not let in. */
    REFUSED;

    /** The key in spec files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which occurrences of a packet on one connection an event speaks of. */
  public enum When {
    ALWAYS,
    /** The first one only. */
    FIRST,
    /** All but the first. */
    LATER;

    /** The word in spec files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the packet says where the piece is. */
  public boolean tellsPosition() {
    return x.isPresent();
  }
}
