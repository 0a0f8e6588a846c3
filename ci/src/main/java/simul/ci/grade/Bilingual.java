package simul.ci.grade;

import simul.conformance.explain.Language;

/** A text in the two languages of reports. */
public record Bilingual(String english, String korean) {

  /** The text in one of them. */
  public String in(Language language) {
    return language == Language.KOREAN ? korean : english;
  }
}
