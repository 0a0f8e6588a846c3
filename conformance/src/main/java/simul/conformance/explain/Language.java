package simul.conformance.explain;

import java.util.Locale;
import simul.spec.rule.Rule;

/** A language that reports are written in. */
public enum Language {
  ENGLISH(Locale.ROOT),
  KOREAN(Locale.KOREAN);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** Which of a bundle's texts it takes. */
  public Locale locale() {
    return locale;
  }

  /** A rule's text. */
  public String text(Rule rule) {
    return this == KOREAN ? rule.korean() : rule.english();
  }

  /** Korean where the locale is, else English. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals("ko") ? KOREAN : ENGLISH;
  }
}
