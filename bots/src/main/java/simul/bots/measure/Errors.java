package simul.bots.measure;

/**
 * What went wrong with connections, apart from refusals that the limit explains.
 *
 * @param connect connections that nobody accepted
 * @param reset players' connections that the target reset
 * @param closed players' connections that the target closed
 * @param timeout connections that were not accepted, or got no ID, in time
 * @param tool connections that this machine could not open
 */
public record Errors(int connect, int reset, int closed, int timeout, int tool) {

  /** Whether there was one. */
  public boolean any() {
    return total() > 0;
  }

  /** All together. */
  public int total() {
    return connect + reset + closed + timeout + tool;
  }
}
