package simul.spec.world;

/**
 * Something that a server must not have told a client.
 *
 * @param text one clause with the values
 */
public record Anomaly(Kind kind, int id, String text) {

  /** What is wrong, and the rule of the catalogue that it breaks. */
  public enum Kind {
    /** Something came before the client's own ID. */
    BEFORE_SELF("JOIN-001"),
    /** The client was told its own ID again. */
    SECOND_SELF("JOIN-001"),
    /** An ID that the rules do not have. */
    ID_OUT_OF_RANGE("JOIN-004"),
    /** Somebody entered who was there. */
    ENTERED_TWICE("JOIN-003"),
    /** A position of somebody who has not entered. */
    UNKNOWN_ID("JOIN-002"),
    /** A cell that the board does not have. */
    OFF_THE_BOARD("MOVE-003"),
    /** A piece moved by more than one cell at once. */
    JUMP("MOVE-001"),
    /** Somebody left who was not there. */
    LEFT_UNKNOWN("LEAVE-001");

    private final String ruleId;

    Kind(String ruleId) {
      this.ruleId = ruleId;
    }

    /** ID of the rule that it breaks. */
    public String ruleId() {
      return ruleId;
    }
  }
}
