package simul.spec.rule;

/**
 * One requirement.
 *
 * @param id {@code AREA-NNN}; never renumbered, never reused
 * @param section of the handout, "What a server does"; 0 for its pages on framing
 * @param english what a server has to do, one clause
 * @param korean the same in Korean
 */
public record Rule(String id, Level level, int section, String english, String korean) {

  /** The part of the ID before the number: {@code FRAME}. */
  public String area() {
    return id.substring(0, id.indexOf('-'));
  }
}
