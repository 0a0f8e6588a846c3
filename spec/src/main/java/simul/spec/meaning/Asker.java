package simul.spec.meaning;

/**
 * Who makes a request, as far as its packets depend on that.
 *
 * @param client the client's number, from 0, different from the others'
 * @param id its player ID; of no meaning before it has one
 * @param stamp a time stamp that the server hands back
 */
public record Asker(int client, int id, long stamp) {
  /** A client whose packets depend on nothing. */
  public static final Asker ANYBODY = new Asker(0, 0, 0);
}
