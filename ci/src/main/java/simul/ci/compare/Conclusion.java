package simul.ci.compare;

/**
 * A conclusion of the lecture, held against the figures.
 *
 * @param claim what the lecture says
 * @param outcome what the figures say to that
 * @param number the figures that say it
 */
public record Conclusion(Words claim, Outcome outcome, Words number) {

  /** What figures say to a claim. */
  public enum Outcome {
    CONFIRMED("confirmed", "확인"),
    CONTRADICTED("contradicted", "반박"),
    OPEN("not measured", "측정 안 됨");

    private final Words words;

    Outcome(String english, String korean) {
      this.words = new Words(english, korean);
    }

    /** In words. */
    public Words words() {
      return words;
    }

    static Outcome of(boolean holds) {
      return holds ? CONFIRMED : CONTRADICTED;
    }
  }

  /** The same in both languages. */
  public record Words(String english, String korean) {}
}
