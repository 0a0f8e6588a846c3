package simul.ci.report;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import simul.conformance.explain.Language;
import simul.conformance.survey.Candidate;
import simul.conformance.survey.Fact;
import simul.conformance.survey.FramingGuess;
import simul.conformance.survey.Survey;
import simul.spec.wire.HexDump;

/** What {@code spec probe} prints: what was heard, the candidates, and what remains unknown. */
public final class SurveyConsole {
  private static final String INDENT = "  ";
  private static final String DEEPER = "      ";

  /** As many bytes of a frame as stand on one line. */
  private static final int FRAME_BYTES = 16;

  private final PrintWriter out;
  private final SurveyText texts;
  private final Ansi ansi;
  private final boolean quiet;

  public SurveyConsole(PrintWriter out, Language language, Ansi ansi, boolean quiet) {
    this.out = out;
    this.texts = new SurveyText(language);
    this.ansi = ansi;
    this.quiet = quiet;
  }

  /** It begins: whom it listens to, and for how long. */
  public void begin(String target, Duration timeout) {
    if (!quiet) {
      String seconds = String.format(Locale.ROOT, "%.1f", timeout.toMillis() / 1000.0);
      out.println(texts.say("begin", target, seconds));
      out.flush();
    }
  }

  /** It has ended. */
  public void end(Survey survey) {
    if (!quiet) {
      out.println(texts.say("facts"));
      survey.facts().forEach(this::print);
    }
    if (survey.candidates().isEmpty()) {
      out.println(texts.say("candidates.none"));
    } else {
      out.println(texts.say("candidates"));
    }
    for (int i = 0; i < survey.candidates().size(); i++) {
      print(i + 1, survey.candidates().get(i));
    }
    out.println(texts.say("promise"));
    if (!quiet) {
      out.println(texts.say("questions"));
      survey.questions().forEach(question -> out.println(INDENT + "- " + texts.question(question)));
    }
    out.flush();
  }

  private void print(Fact fact) {
    out.println(INDENT + texts.fact(fact));
    HexDump.lines(fact.bytes()).forEach(line -> out.println(DEEPER + line));
  }

  private void print(int place, Candidate candidate) {
    String color = candidate.strength() == Candidate.Strength.STRONG ? "green" : "yellow";
    out.println(
        ansi.string("@|" + color + " " + place + "  " + texts.framing(candidate.framing()) + "|@"));
    out.println(DEEPER + texts.strength(candidate));
    candidate.reasons().forEach(reason -> out.println(DEEPER + texts.reason(reason)));
    for (Candidate.Frame frame : candidate.frames()) {
      out.println(DEEPER + dump(frame) + text(candidate.framing(), frame));
    }
  }

  /** A frame on one line: its connection, its place, its first bytes. */
  private static String dump(Candidate.Frame frame) {
    int shown = Math.min(FRAME_BYTES, frame.start().length);
    return String.format(
        Locale.ROOT,
        "%s %04x  %s%s",
        frame.connection(),
        frame.offset(),
        HexDump.hex(frame.start(), 0, shown),
        shown < frame.size() ? " ..." : "");
  }

  /** The same as text, where all bytes are letters that a terminal may be shown. */
  private static String text(FramingGuess framing, Candidate.Frame frame) {
    if (!(framing instanceof FramingGuess.Text text)) {
      return "";
    }
    String name = text.encoding().word();
    if (!Charset.isSupported(name)) {
      return "";
    }
    String letters = new String(frame.start(), Charset.forName(name)).replaceAll("\\p{Cntrl}", "");
    return "  \"" + letters + '"';
  }
}
