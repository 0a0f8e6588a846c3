package simul.ci.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import simul.conformance.verdict.Transcript;

/**
 * A conversation as a picture in SVG: time runs down, each client has a lane, the server's is in
 * the middle, an arrow is a segment. Arrows slant because the server's time is not known: what the
 * tester writes arrives later, and what it reads was sent before. One event takes one row, so that
 * microseconds are as legible as seconds; longer quiet is marked with its length.
 */
final class SpaceTimeDiagram {
  private static final int MOST_LANES = 12;

  /** Quiet for longer than this is news; answers on one machine take less. */
  private static final long QUIET_NANOS = 50_000_000;

  private static final int AXIS = 76;
  private static final int MARGIN = 34;
  private static final int HEAD = 44;
  private static final int ROW = 34;
  private static final int NOTE = 30;
  private static final int SLANT = 8;
  private static final int DOT = 8;

  /** A higher picture would be too small to read on one printed page, and is cut instead. */
  private static final int TALL = 1500;

  /** How wide a letter of the labels is. */
  private static final double COLUMN = 6.7;

  private final Conversation conversation;
  private final Texts texts;
  private final List<Integer> lanes;
  private final int spacing;
  private final int server;
  private final int width;
  private final int[] lifeStart;
  private final boolean[] halfClosed;
  private final StringBuilder lives = new StringBuilder();
  private final StringBuilder rows = new StringBuilder();
  private int y = HEAD;
  private long lastNanos = -1;

  private SpaceTimeDiagram(Conversation conversation, String client, Texts texts) {
    this.conversation = conversation;
    this.texts = texts;
    this.lanes = choose(conversation.lanes(), client);
    int count = lanes.size();
    this.spacing = count <= 2 ? 260 : count <= 4 ? 170 : count <= 7 ? 104 : 78;
    int left = (count + 1) / 2;
    this.server = AXIS + MARGIN + left * spacing;
    this.width = server + (count - left) * spacing + MARGIN;
    this.lifeStart = new int[count];
    this.halfClosed = new boolean[count];
    Arrays.fill(lifeStart, -1);
  }

  /**
   * The picture.
   *
   * @param client whose lane must be in it, where there are too many for all
   * @param finding what the judgement was
   */
  static String of(Conversation conversation, String client, String finding, Texts texts) {
    return new SpaceTimeDiagram(conversation, client, texts).draw(finding);
  }

  /** As many lanes as can be looked at: the first, the last, and that client's last one. */
  private static List<Integer> choose(List<Conversation.Lane> lanes, String client) {
    if (lanes.size() <= MOST_LANES) {
      return IntStream.range(0, lanes.size()).boxed().toList();
    }
    TreeSet<Integer> chosen = new TreeSet<>();
    IntStream.range(0, lanes.size())
        .filter(lane -> lanes.get(lane).client().equals(client))
        .max()
        .ifPresent(chosen::add);
    for (int i = 0; chosen.size() < MOST_LANES; i++) {
      chosen.add(i % 2 == 0 ? i / 2 : lanes.size() - 1 - i / 2);
    }
    return List.copyOf(chosen);
  }

  private String draw(String finding) {
    Conversation.Excerpt excerpt =
        Conversation.excerpt(
            conversation.rows().stream().filter(row -> lanes.contains(row.lane())).toList());
    excerpt.first().forEach(this::row);
    if (!excerpt.hidden().isEmpty()) {
      excerpt.hidden().forEach(this::follow);
      note("quiet", texts.say("diagram.hidden", excerpt.hidden().size()));
      lastNanos = -1;
    }
    excerpt.last().forEach(this::row);
    conversation.judgedNanos().ifPresent(nanos -> judged(nanos, finding));
    y += MARGIN / 2;
    for (int slot = 0; slot < lanes.size(); slot++) {
      endLife(slot);
    }
    return frame();
  }

  private String frame() {
    StringBuilder out = new StringBuilder();
    out.append(
        format(
            "<svg class=\"spacetime%s\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                + " aria-label=\"%s\">\n",
            y > TALL ? " tall" : "",
            width,
            y,
            width,
            y,
            Markup.escape(texts.say("diagram.label"))));
    out.append(format("<text class=\"axis\" x=\"%d\" y=\"24\">ms</text>\n", AXIS - 12));
    out.append(
        format(
            "<line class=\"life server\" x1=\"%d\" x2=\"%d\" y1=\"34\" y2=\"%d\"/>\n",
            server, server, y));
    out.append(lives).append(head(server, "server", texts.say("diagram.server")));
    for (int slot = 0; slot < lanes.size(); slot++) {
      out.append(head(x(slot), "client", client(slot)));
    }
    return out.append(rows).append("</svg>\n").toString();
  }

  private static String head(int x, String kind, String name) {
    int half = kind.equals("server") ? 34 : 16;
    return format(
        "<rect class=\"head %s\" x=\"%d\" y=\"10\" width=\"%d\" height=\"24\" rx=\"5\"/>"
            + "<text class=\"head %s\" x=\"%d\" y=\"26\">%s</text>\n",
        kind, x - half, 2 * half, kind, x, Markup.escape(name));
  }

  private String client(int slot) {
    return conversation.lanes().get(lanes.get(slot)).client();
  }

  /** The first half of the lanes is left of the server, the others are right of it. */
  private int x(int slot) {
    int left = (lanes.size() + 1) / 2;
    return slot < left ? AXIS + MARGIN + slot * spacing : server + (slot - left + 1) * spacing;
  }

  private void row(Conversation.Row row) {
    quietUntil(row.event().nanos());
    row.missing()
        .ifPresent(
            missing ->
                note(
                    "quiet",
                    texts.say(
                        "diagram.missing",
                        missing.events(),
                        texts.bytes(missing.bytes()),
                        row.client())));
    y += ROW;
    rows.append(
        format(
            "<text class=\"axis\" x=\"%d\" y=\"%d\">%s</text>\n",
            AXIS - 12, y + 4, millis(row.event().nanos())));
    arrow(row);
    follow(row);
    lastNanos = row.event().nanos();
  }

  private void quietUntil(long nanos) {
    if (lastNanos >= 0 && nanos - lastNanos > QUIET_NANOS) {
      note("quiet", texts.say("diagram.quiet", duration(nanos - lastNanos)));
    }
  }

  /** A line across, with a text. */
  private void note(String kind, String text) {
    y += NOTE;
    rows.append(
        format(
            "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>"
                + "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n",
            kind, AXIS, width, y - 2, y - 2, kind, (AXIS + width) / 2, y + 2, Markup.escape(text)));
  }

  private void judged(long nanos, String finding) {
    quietUntil(nanos);
    y += ROW;
    String judgement = "FAIL: " + finding;
    String text = Columns.cut(judgement, (int) ((width - AXIS) / COLUMN));
    rows.append(
        format(
            "<text class=\"axis\" x=\"%d\" y=\"%d\">%s</text>\n"
                + "<line class=\"judged\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>"
                + "<text class=\"judged\" x=\"%d\" y=\"%d\"><title>%s</title>%s</text>\n",
            AXIS - 12,
            y + 4,
            millis(nanos),
            AXIS,
            width,
            y,
            y,
            AXIS + 4,
            y + 16,
            Markup.escape(judgement),
            Markup.escape(text)));
    y += 12;
  }

  private void arrow(Conversation.Row row) {
    int x = x(lanes.indexOf(row.lane()));
    boolean in = row.event().kind().isTargets();
    int gap = x < server ? DOT : -DOT;
    int end = x < server ? server - 3 : server + 3;
    String kind = row.odd() ? "odd" : style(row.event().kind());
    rows.append(format("<g class=\"%s\">", kind));
    if (in) {
      line(end, y - SLANT, x + gap, y);
    } else {
      line(x + gap, y, end, y + SLANT);
    }
    String title =
        row.isSegment()
            ? texts.bytes(row.event().size()) + ": " + texts.meaning(row)
            : texts.meaning(row);
    String label = Columns.cut(label(row), columns(x));
    rows.append(
        format(
            "<circle cx=\"%d\" cy=\"%d\" r=\"%d\"/><text class=\"dot\" x=\"%d\" y=\"%d\">%s</text>"
                + "<text class=\"label %s\" x=\"%d\" y=\"%d\"><title>%s</title>%s</text></g>\n",
            x,
            y,
            DOT,
            x,
            y + 3,
            Markup.escape(row.client()),
            x < server ? "from-left" : "from-right",
            x < server ? x + 14 : x - 14,
            in ? y + 13 : y - 5,
            Markup.escape(title),
            Markup.escape(label)));
  }

  private String label(Conversation.Row row) {
    String meaning = texts.meaning(row, 2, 4);
    return row.isSegment() ? row.event().size() + " B  " + meaning : meaning;
  }

  /** What fits between a client and the far end of the picture. */
  private int columns(int x) {
    int room = x < server ? width - x - 14 : x - 14 - AXIS;
    return (int) (room / COLUMN);
  }

  private static String style(Transcript.Kind kind) {
    return switch (kind) {
      case SENT -> "sent";
      case RECEIVED -> "received";
      case OPENED -> "opened";
      case HALF_CLOSED, CLOSED, RESET, TARGET_CLOSED, TARGET_RESET -> "ended";
    };
  }

  private void line(int x1, int y1, int x2, int y2) {
    double angle = Math.atan2(y2 - y1, x2 - x1);
    String head =
        List.of(0.0, 2.75, -2.75).stream()
            .map(
                turn ->
                    turn == 0.0
                        ? format("%d,%d", x2, y2)
                        : format(
                            "%.1f,%.1f",
                            x2 + 9 * Math.cos(angle + turn), y2 + 9 * Math.sin(angle + turn)))
            .collect(Collectors.joining(" "));
    rows.append(
        format(
            "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/><polygon points=\"%s\"/>",
            x1, y1, x2, y2, head));
  }

  /** Keeps book of which connections live. */
  private void follow(Conversation.Row row) {
    int slot = lanes.indexOf(row.lane());
    Transcript.Kind kind = row.event().kind();
    if (kind == Transcript.Kind.OPENED) {
      endLife(slot);
      lifeStart[slot] = y;
      halfClosed[slot] = false;
    } else if (kind == Transcript.Kind.HALF_CLOSED) {
      endLife(slot);
      lifeStart[slot] = y;
      halfClosed[slot] = true;
    } else if (Conversation.isEnd(kind)) {
      endLife(slot);
    }
  }

  private void endLife(int slot) {
    if (lifeStart[slot] >= 0) {
      lives.append(
          format(
              "<line class=\"life%s\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>\n",
              halfClosed[slot] ? " half" : "", x(slot), x(slot), lifeStart[slot], y));
      lifeStart[slot] = -1;
    }
  }

  private String duration(long nanos) {
    return nanos < 1_000_000_000
        ? nanos / 1_000_000 + " ms"
        : texts.say("seconds", format("%.1f", nanos / 1e9));
  }

  private static String millis(long nanos) {
    return format("%.3f", nanos / 1e6);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
