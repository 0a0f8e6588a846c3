package simul.ci.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import simul.conformance.explain.Explanation;
import simul.conformance.explain.Language;
import simul.conformance.probe.Probes;
import simul.conformance.verdict.CheckResult;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Transcript;
import simul.spec.model.Sender;
import simul.spec.rule.Rule;
import simul.spec.wire.ByteQueue;
import simul.spec.wire.FrameDecoder;
import simul.spec.wire.HexDump;
import simul.spec.wire.PacketTable;

/** One failed check as a part of the HTML report: finding, picture, and what passed. */
public final class HtmlFinding {
  /** Of a stream so much is shown field by field, in bytes: hundreds of lines. */
  private static final int MOST_TREE_BYTES = 512;

  /** Of the bytes of one event so many are shown. */
  private static final int MOST_EVENT_BYTES = 24;

  private final ConformReport report;
  private final Texts texts;
  private final Explanation explanation;

  HtmlFinding(ConformReport report, Texts texts, Explanation explanation) {
    this.report = report;
    this.texts = texts;
    this.explanation = explanation;
  }

  /** For pages of other packages. */
  public HtmlFinding(ConformReport report, Language language) {
    this(report, new Texts(language), new Explanation(report.protocol(), language));
  }

  /**
   * The whole part.
   *
   * @param check one that has a finding
   * @param anchor what links to it say
   */
  public String article(CheckResult check, String anchor) {
    StringBuilder out = new StringBuilder();
    Rule rule = check.rule();
    Finding finding = check.finding().orElseThrow();
    out.append("<article class=\"failure\" id=\"").append(anchor).append("\">\n<h3>");
    out.append(HtmlPage.badge(check.verdict()))
        .append(" <span class=\"id\">")
        .append(Markup.escape(rule.id()));
    out.append("</span> ").append(Markup.escape(texts.language().text(rule))).append("</h3>\n");
    out.append("<dl class=\"finding\">\n");
    entry(out, "sent", explanation.sent(finding), "");
    entry(out, "expected", List.of(explanation.expected(finding.expected())), "");
    entry(out, "actual", List.of(explanation.actual(finding.actual())), " class=\"actual\"");
    entry(out, "received", explanation.received(finding), " class=\"bytes\"");
    List<String> output = explanation.output(finding);
    if (!output.isEmpty()) {
      entry(out, "output", output, " class=\"bytes\"");
    }
    finding.hint().ifPresent(hint -> entry(out, "hint", List.of(explanation.hint(hint)), ""));
    finding
        .replay()
        .map(report::replayCommand)
        .ifPresent(command -> entry(out, "replay", List.of(command), " class=\"bytes\""));
    out.append("</dl>\n");
    check.transcript().ifPresent(transcript -> passed(out, finding, transcript));
    return out.append("</article>\n").toString();
  }

  private void entry(StringBuilder out, String label, List<String> lines, String attributes) {
    out.append("<dt>").append(Markup.escape(explanation.label(label))).append("</dt><dd");
    out.append(attributes).append('>').append(Markup.escape(String.join("\n", lines)));
    out.append("</dd>\n");
  }

  private void passed(StringBuilder out, Finding finding, Transcript transcript) {
    Conversation conversation = Conversation.of(transcript, report.protocol());
    if (conversation.rows().isEmpty()) {
      return;
    }
    String client = finding.actual().client();
    out.append("<h4>").append(Markup.escape(texts.say("diagram"))).append("</h4>\n");
    out.append("<div class=\"scroll\">\n");
    out.append(
        SpaceTimeDiagram.of(conversation, client, explanation.actual(finding.actual()), texts));
    out.append("</div>\n");
    if (transcript.droppedConnections() > 0) {
      paragraph(out, texts.say("diagram.dropped", transcript.droppedConnections()));
    }
    events(out, conversation);
    out.append("<details><summary>").append(Markup.escape(texts.say("streams")));
    out.append("</summary>\n");
    transcript.connections().forEach(connection -> streams(out, connection));
    out.append("</details>\n");
  }

  private static void paragraph(StringBuilder out, String text) {
    out.append("<p class=\"note\">").append(Markup.escape(text)).append("</p>\n");
  }

  private void events(StringBuilder out, Conversation conversation) {
    out.append("<details class=\"events\"><summary>").append(Markup.escape(texts.say("events")));
    out.append("</summary>\n<div class=\"scroll\"><table>\n<thead><tr>");
    for (String column : List.of("time", "client", "way", "size", "bytes", "meaning")) {
      out.append("<th>").append(Markup.escape(texts.say("column." + column))).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    Conversation.Excerpt excerpt = Conversation.excerpt(conversation.rows());
    excerpt.first().forEach(row -> event(out, row));
    if (!excerpt.hidden().isEmpty()) {
      out.append("<tr><td colspan=\"6\" class=\"note\">");
      out.append(Markup.escape(texts.say("diagram.hidden", excerpt.hidden().size())));
      out.append("</td></tr>\n");
    }
    excerpt.last().forEach(row -> event(out, row));
    out.append("</tbody>\n</table></div></details>\n");
  }

  private void event(StringBuilder out, Conversation.Row row) {
    Transcript.Event event = row.event();
    String kind = row.odd() ? " class=\"odd\"" : "";
    out.append("<tr").append(kind).append('>');
    cell(out, "number", String.format(Locale.ROOT, "%.3f", event.nanos() / 1e6));
    cell(out, "client", row.client());
    cell(out, "way", event.kind().isTargets() ? "←" : "→");
    cell(out, "number", row.isSegment() ? String.valueOf(event.size()) : "");
    cell(out, "bytes", Texts.hex(event, MOST_EVENT_BYTES));
    boolean known = !row.isSegment() || !row.packets().isEmpty() || row.fault().isPresent();
    String rest = row.rest() > 0 ? texts.say("event.start") : "";
    cell(out, "meaning", known ? texts.meaning(row) : rest);
    out.append("</tr>\n");
  }

  private static void cell(StringBuilder out, String kind, String text) {
    out.append("<td class=\"").append(kind).append("\">").append(Markup.escape(text));
    out.append("</td>");
  }

  /** What passed over one connection, field by field, each way. */
  private void streams(StringBuilder out, Transcript.Connection connection) {
    out.append("<h5>")
        .append(
            Markup.escape(
                texts.say(
                    "stream",
                    connection.client(),
                    Probes.describe(connection.local()),
                    Probes.describe(connection.remote()))))
        .append("</h5>\n<div class=\"streams\">\n");
    stream(out, "stream.sent", connection, Transcript.Kind.SENT, Sender.CLIENT);
    stream(out, "stream.received", connection, Transcript.Kind.RECEIVED, Sender.SERVER);
    out.append("</div>\n");
  }

  private void stream(
      StringBuilder out,
      String title,
      Transcript.Connection connection,
      Transcript.Kind kind,
      Sender sender) {
    ByteQueue bytes = new ByteQueue();
    long all = 0;
    boolean whole = true;
    List<Transcript.Event> events = new ArrayList<>(connection.first());
    boolean gap = connection.dropped().events() > 0;
    if (!gap) {
      events.addAll(connection.last());
    }
    for (Transcript.Event event : events) {
      if (event.kind() == kind) {
        all += event.size();
        if (whole) {
          bytes.add(event.bytes());
        }
        whole = whole && event.isWhole();
      }
    }
    out.append("<div><h6>")
        .append(Markup.escape(texts.say(title, texts.bytes(all))))
        .append("</h6>\n<pre>");
    out.append(Markup.escape(String.join("\n", tree(bytes.toArray(), sender))));
    out.append("</pre></div>\n");
    if (!whole || gap) {
      paragraph(out, texts.say("stream.incomplete"));
    }
  }

  /** The field tree; of a long stream its end, from the start of a packet on. */
  private List<String> tree(byte[] stream, Sender sender) {
    if (stream.length == 0) {
      return List.of(texts.say("stream.none"));
    }
    PacketTable table = report.protocol().packets(sender);
    int from = tailStart(table, stream);
    List<String> lines = new ArrayList<>();
    if (from > 0) {
      lines.add(texts.say("stream.skipped", texts.bytes(from)));
    }
    byte[] tail = java.util.Arrays.copyOfRange(stream, from, stream.length);
    lines.addAll(HexDump.fieldTree(table, tail, from));
    return lines;
  }

  /** The first packet that starts within the last bytes, or the one where decoding ends. */
  private static int tailStart(PacketTable table, byte[] stream) {
    FrameDecoder decoder = table.newDecoder();
    int at = 0;
    while (at < stream.length - MOST_TREE_BYTES
        && decoder.next(stream, at, stream.length) == FrameDecoder.Status.COMPLETE) {
      at += decoder.lengthBytes();
    }
    return at;
  }
}
