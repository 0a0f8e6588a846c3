package simul.bots.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simul.bots.measure.Percentiles;
import simul.bots.measure.Progress;
import simul.bots.measure.Second;
import simul.bots.measure.Violation;
import simul.bots.swarm.Dots;
import simul.bots.swarm.Load;
import simul.bots.swarm.Snapshot;
import simul.bots.swarm.SwarmPlan;
import simul.spec.text.JsonText;
import simul.spec.wire.HexDump;
import simul.spec.world.Board;

/**
 * What viewers are sent: JSON objects with a {@code kind}, and the places of all dots as bytes. A
 * picture of dots is their count (32 bits), then of each x and y (16 bits each, little-endian) and
 * a byte for its state. Coordinates are cells, or parts of 65,536 of a board that is larger. Pure.
 */
final class Frames {
  /** What a chart shows, and somebody who comes late is told of: ten minutes. */
  static final int MOST_SECONDS = 600;

  private static final int DOT_BYTES = 5;
  private static final int COORDINATES = 1 << 16;

  private final SwarmPlan plan;
  private final Board board;

  Frames(SwarmPlan plan) {
    this.plan = plan;
    this.board = Board.of(plan.protocol().spec().world());
  }

  private static Map<String, Object> kind(String kind) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", kind);
    return json;
  }

  /** The first that a viewer hears: what does not change. */
  String hello() {
    Load load = plan.load();
    Map<String, Object> json = kind("hello");
    json.put("spec", plan.protocol().spec().name());
    json.put("target", plan.target().getHostString() + ":" + plan.target().getPort());
    json.put("width", board.width());
    json.put("height", board.height());
    json.put("scaleX", scale(board.width()));
    json.put("scaleY", scale(board.height()));
    json.put("closed", load.isClosed());
    json.put("warmUpMillis", load.warmUp().toMillis());
    json.put("playMillis", load.playTime().toMillis());
    json.put("mostClients", Load.MOST_CLIENTS);
    json.put("mostRate", Load.MOST_MOVES_PER_SECOND);
    return JsonText.of(json);
  }

  /** How it is. */
  String state(Snapshot snapshot) {
    Progress progress = snapshot.progress();
    Map<String, Object> json = kind("state");
    json.put("stage", snapshot.stage().name().toLowerCase(java.util.Locale.ROOT));
    json.put("elapsedMillis", progress.elapsed().toMillis());
    json.put("clients", progress.players());
    json.put("wanted", snapshot.wanted());
    json.put("refused", snapshot.refused());
    json.put(
        "rate", Double.isInfinite(snapshot.movesPerSecond()) ? null : snapshot.movesPerSecond());
    json.put("sent", progress.movesSent());
    json.put("answered", progress.movesAnswered());
    json.put("reach", progress.reach());
    json.put("errors", snapshot.errors().total());
    json.put("violations", progress.violations());
    json.put("first", snapshot.firstViolations().stream().map(Frames::violation).toList());
    return JsonText.of(json);
  }

  private static Map<String, Object> violation(Violation violation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("atMillis", violation.atMillis());
    json.put("bot", violation.bot());
    json.put("rule", violation.ruleId());
    json.put("text", violation.text());
    json.put("bytes", HexDump.hex(violation.bytes()));
    return json;
  }

  /** Finished seconds, each as a list in the order of the names that come with them. */
  static String seconds(List<Second> seconds) {
    Map<String, Object> json = kind("seconds");
    json.put(
        "names",
        List.of("number", "clients", "sent", "answered", "p50", "p90", "p99", "max", "violations"));
    json.put("rows", seconds.stream().map(Frames::second).toList());
    return JsonText.of(json);
  }

  private static List<Object> second(Second second) {
    Percentiles response = second.response();
    boolean timed = response.count() > 0;
    List<Object> row = new java.util.ArrayList<>();
    row.add(second.number());
    row.add(second.clients());
    row.add(second.sent());
    row.add(second.answered());
    row.add(timed ? response.p50() : null);
    row.add(timed ? response.p90() : null);
    row.add(timed ? response.p99() : null);
    row.add(timed ? response.max() : null);
    row.add(second.violations());
    return row;
  }

  /** Where all bots are. */
  ByteBuf dots(Dots dots) {
    ByteBuf bytes = Unpooled.buffer(Integer.BYTES + DOT_BYTES * dots.count());
    bytes.writeIntLE(dots.count());
    int scaleX = scale(board.width());
    int scaleY = scale(board.height());
    for (int i = 0; i < dots.count(); i++) {
      bytes.writeShortLE(coordinate(dots.x()[i], board.width(), scaleX));
      bytes.writeShortLE(coordinate(dots.y()[i], board.height(), scaleY));
      bytes.writeByte(dots.states()[i]);
    }
    return bytes;
  }

  /** How many of a picture's steps a side has: its cells, unless there are too many of them. */
  private static int scale(int cells) {
    return Math.min(cells, COORDINATES);
  }

  /** Where the board has no edge, whoever is beyond it is shown at its rim. */
  private static int coordinate(int cell, int cells, int scale) {
    long clamped = Math.max(0, Math.min(cells - 1L, cell));
    return (int) (cells == scale ? clamped : clamped * scale / cells);
  }

  /** A wish will be carried out. */
  static String accepted(String wish) {
    Map<String, Object> json = kind("accepted");
    json.put("wish", wish);
    return JsonText.of(json);
  }

  /** A wish cannot be carried out. */
  static String refused(String why) {
    Map<String, Object> json = kind("refused");
    json.put("why", why);
    return JsonText.of(json);
  }

  /** It is over. */
  static String end(String result) {
    return "{\"kind\": \"end\", \"result\": " + result.strip() + "}\n";
  }
}
