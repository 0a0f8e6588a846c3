package simul.ci.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import simul.conformance.explain.Language;
import simul.conformance.verdict.Verdict;

/**
 * The frame of an HTML file that needs nothing beside itself: no script, no request to anywhere,
 * which its own policy forbids.
 */
public final class HtmlPage {
  /** The style of every page. */
  public static final String STYLE = resource(HtmlPage.class, "page.css");

  /** Nothing is loaded, from wherever; the style is in the page. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private HtmlPage() {}

  /**
   * All that comes before the body's content.
   *
   * @param title plain text
   * @param style of the program's own making: it is not escaped
   */
  public static String open(String title, Language language, String style) {
    String code = language == Language.KOREAN ? "ko" : "en";
    return "<!DOCTYPE html>\n<html lang=\""
        + code
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\""
        + POLICY
        + "\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
        + Markup.escape(title)
        + "</title>\n<style>\n"
        + style
        + "</style>\n</head>\n<body>\n";
  }

  /** All that comes behind it. */
  public static String close(String version) {
    return "<footer>simul " + Markup.escape(version) + "</footer>\n</body>\n</html>\n";
  }

  /** A text file that comes with a class. */
  public static String resource(Class<?> type, String name) {
    try (InputStream in = type.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " of " + type.getName() + " cannot be read", e);
    }
  }

  /** A verdict as a word in its colour. */
  static String badge(Verdict verdict) {
    return badge(kind(verdict), mark(verdict), verdict.name());
  }

  /**
   * A word in a colour.
   *
   * @param kind of the style: {@code pass}, {@code fail}, {@code inconclusive} or {@code skipped}
   * @param mark a sign beside the colour
   */
  public static String badge(String kind, String mark, String word) {
    return "<span class=\"badge "
        + kind
        + "\"><span aria-hidden=\"true\">"
        + mark
        + "</span> "
        + Markup.escape(word)
        + "</span>";
  }

  /** What the style calls a verdict. */
  public static String kind(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  /** A sign beside the colour, for whoever does not see colours. */
  public static String mark(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✓";
      case FAIL -> "✗";
      case INCONCLUSIVE -> "?";
      case SKIPPED -> "–";
    };
  }
}
