package simul.bots.measure;

/**
 * Something that the target must not have done.
 *
 * @param atMillis when, from the start of the run
 * @param bot number of the bot that saw it
 * @param ruleId the rule that it breaks
 * @param text one clause with the values
 * @param bytes the packet that shows it; empty when it is a packet that did not come
 */
public record Violation(long atMillis, int bot, String ruleId, String text, byte[] bytes) {
  public Violation {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }
}
