package simul.conformance.explain;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simul.conformance.verdict.Evidence;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Finding;
import simul.conformance.verdict.Hint;
import simul.conformance.verdict.Observation;
import simul.conformance.verdict.Stimulus;
import simul.spec.meaning.Protocol;
import simul.spec.model.Coordinates;
import simul.spec.model.Event;
import simul.spec.model.Roles;
import simul.spec.model.Sender;
import simul.spec.model.Snapshot;
import simul.spec.wire.HexDump;
import simul.spec.world.Cell;

/**
 * Puts findings into words, with the names that the protocol's spec gives to packets and fields.
 * Immutable.
 */
public final class Explanation {
  private static final int MOST_PACKETS_NAMED = 6;
  private static final int MOST_SEGMENTS_NAMED = 12;
  private static final int MOST_DEEDS_NAMED = 12;
  private static final int MOST_CLIENTS_NAMED = 6;

  /** The keys of expectations that have no values. */
  private static final Map<Class<? extends Expectation>, String> CONSTANT_EXPECTATIONS =
      Map.of(
          Expectation.StaysConnected.class, "stays-connected",
          Expectation.KeepsRunning.class, "keeps-running",
          Expectation.Admission.class, "admission",
          Expectation.Close.class, "close",
          Expectation.OwnFirst.class, "own-first",
          Expectation.UniqueId.class, "unique-id",
          Expectation.WholePackets.class, "whole-packets");

  private final Protocol protocol;
  private final ResourceBundle texts;

  public Explanation(Protocol protocol, Language language) {
    this.protocol = protocol;
    this.texts = ResourceBundle.getBundle("simul.conformance.explain.findings", language.locale());
  }

  /** A label of the finding's layout: {@code sent}, {@code expected}, ... */
  public String label(String key) {
    return texts.getString("label." + key);
  }

  private String say(String key, Object... values) {
    return MessageFormat.format(texts.getString(key), values);
  }

  /** What was sent, one clause for each client; at least one. */
  public List<String> sent(Stimulus stimulus) {
    if (stimulus.sends().isEmpty() && stimulus.deeds().isEmpty()) {
      return List.of(say("sent.nothing"));
    }
    boolean several = stimulus.sends().size() > 1 || !stimulus.deeds().isEmpty();
    Stream<String> deeds = stimulus.deeds().stream().limit(MOST_DEEDS_NAMED).map(this::deed);
    Stream<String> sends =
        stimulus.sends().stream()
            .map(sent -> (several ? sent.client() + ": " : "") + sent(sent, stimulus.evidence()));
    return Stream.concat(deeds, sends).toList();
  }

  private String deed(Stimulus.Deed deed) {
    List<String> clients = deed.clients();
    String named =
        clients.size() <= MOST_CLIENTS_NAMED
            ? String.join(", ", clients)
            : clients.get(0) + " - " + clients.get(clients.size() - 1);
    return say("deed." + word(deed.kind()), named);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What clients did before a finding showed, one clause for each client; at least one. */
  public List<String> sent(Finding finding) {
    return isOfWholeCheck(finding) ? List.of(say("sent.all")) : sent(finding.sent());
  }

  /** Whether it is about the server's process, and no packet in particular has to do with it. */
  private static boolean isOfWholeCheck(Finding finding) {
    return finding.expected() instanceof Expectation.KeepsRunning
        || finding.expected() instanceof Expectation.NoGrowth;
  }

  private String sent(Stimulus.Sent sent, Evidence evidence) {
    int segments = sent.segmentBytes().size();
    if (segments == 1) {
      return say("sent.whole", packets(sent), bytes(sent.bytes()));
    }
    return say(
        "sent.cut",
        packets(sent),
        bytes(sent.bytes()),
        String.valueOf(segments),
        sizes(sent.segmentBytes()),
        texts.getString("evidence." + evidence.word()));
  }

  private String bytes(int count) {
    return count == 1 ? say("bytes.one") : say("bytes.many", String.valueOf(count));
  }

  private String packets(Stimulus.Sent sent) {
    List<String> packets = new ArrayList<>(sent.packets());
    if (sent.unfinished()) {
      packets.add(say("sent.start"));
    }
    if (packets.isEmpty()) {
      return say("sent.no-packet");
    }
    return packets.size() <= MOST_PACKETS_NAMED
        ? String.join(", ", packets)
        : say(
            "sent.many",
            String.valueOf(packets.size()),
            String.join(", ", packets.subList(0, MOST_PACKETS_NAMED)));
  }

  private static String sizes(List<Integer> bytes) {
    String sizes =
        bytes.stream()
            .limit(MOST_SEGMENTS_NAMED)
            .map(String::valueOf)
            .collect(Collectors.joining(" + "));
    return bytes.size() <= MOST_SEGMENTS_NAMED ? sizes : sizes + " + ...";
  }

  /** What was due. */
  public String expected(Expectation expected) {
    if (expected instanceof Expectation.Position position) {
      return say("expected.position", position(position.id(), position.cell()));
    }
    if (expected instanceof Expectation.NoMorePositions none) {
      return say("expected.no-more", String.valueOf(none.id()));
    }
    if (expected instanceof Expectation.Introduction introduction) {
      return say("expected.introduction", String.valueOf(introduction.id()));
    }
    if (expected instanceof Expectation.Departure departure) {
      return say("expected.departure", String.valueOf(departure.id()));
    }
    if (expected instanceof Expectation.NoNews none) {
      return say("expected.no-news", String.valueOf(none.id()));
    }
    if (expected instanceof Expectation.CellOfBoard board) {
      return range("expected.cell-of-board", board.width(), board.height());
    }
    if (expected instanceof Expectation.IdInRange ids) {
      return range("expected.id-in-range", ids.lowest(), ids.highest());
    }
    if (expected instanceof Expectation.Refusal refusal) {
      return say("expected.refusal", String.valueOf(refusal.playing()));
    }
    if (expected instanceof Expectation.NoGrowth growth) {
      return say("expected.no-growth", String.valueOf(growth.mebibytes()));
    }
    return say("expected." + CONSTANT_EXPECTATIONS.get(expected.getClass()));
  }

  private String range(String key, int first, int second) {
    return say(key, String.valueOf(first), String.valueOf(second));
  }

  /** What came instead. */
  public String actual(Observation actual) {
    String client = actual.client();
    if (actual instanceof Observation.OtherPosition other) {
      return say("actual.other-position", position(other.id(), other.cell()), client);
    }
    if (actual instanceof Observation.UnaskedPosition unasked) {
      return say("actual.unasked-position", position(unasked.id(), unasked.cell()), client);
    }
    if (actual instanceof Observation.UnaskedArrival arrival) {
      return say("actual.unasked-arrival", String.valueOf(arrival.id()), client);
    }
    if (actual instanceof Observation.UnaskedDeparture departure) {
      return say("actual.unasked-departure", String.valueOf(departure.id()), client);
    }
    if (actual instanceof Observation.UnaskedOwnId own) {
      return say("actual.unasked-own-id", String.valueOf(own.id()), client);
    }
    if (actual instanceof Observation.Admitted admitted) {
      return say("actual.admitted", String.valueOf(admitted.id()), client);
    }
    if (actual instanceof Observation.BrokenFrame broken) {
      return say("actual.broken-frame", broken.fault().message(), client);
    }
    if (actual instanceof Observation.Closed closed) {
      return say("actual.closed", String.valueOf(closed.afterMillis()), client);
    }
    if (actual instanceof Observation.Flood flood) {
      return say("actual.flood", String.valueOf(flood.bytes()), client);
    }
    if (actual instanceof Observation.DuplicateId duplicate) {
      return say("actual.duplicate-id", String.valueOf(duplicate.id()), client, duplicate.other());
    }
    if (actual instanceof Observation.Unreachable) {
      return say("actual.unreachable");
    }
    if (actual instanceof Observation.Exited exited) {
      return say("actual.exited", exited.exit().text());
    }
    if (actual instanceof Observation.Grown grown) {
      return say("actual.grown", String.valueOf(grown.mebibytes()));
    }
    Observation.Silence silence = (Observation.Silence) actual;
    String life = texts.getString("life." + silence.life().name().toLowerCase(Locale.ROOT));
    return say("actual.silence", String.valueOf(silence.afterMillis()), client)
        + (life.isEmpty() ? "" : ", " + life);
  }

  /** A known mistake that would explain it. */
  public String hint(Hint hint) {
    return texts.getString("hint." + hint.name().toLowerCase(Locale.ROOT));
  }

  /** The bytes received: packet by packet where they are broken, else as hex. */
  public List<String> received(Finding finding) {
    byte[] bytes = finding.received();
    if (isOfWholeCheck(finding)) {
      return List.of(say("received.all"));
    }
    if (bytes.length == 0) {
      return List.of(say("received.nothing"));
    }
    return finding.actual() instanceof Observation.BrokenFrame
        ? HexDump.fieldTree(protocol.packets(Sender.SERVER), bytes)
        : HexDump.lines(bytes);
  }

  /** The last lines that the server printed before its process ended; else none. */
  public List<String> output(Finding finding) {
    return finding.actual() instanceof Observation.Exited exited
        ? exited.exit().lastOutput()
        : List.of();
  }

  private String position(int id, Cell cell) {
    Roles roles = protocol.spec().roles();
    Coordinates written = protocol.spec().world().coordinates();
    String x = number(written.x(cell.x()));
    String y = number(written.y(cell.y(), protocol.spec().world().height()));
    if (roles.tells(Event.Role.POSITION)) {
      Event event = roles.events(Event.Role.POSITION).get(0);
      String who = event.id().map(name -> " " + name + "=" + id).orElse("");
      return event.packet() + who + axis(event.x().orElseThrow(), x) + axis(event.y().get(), y);
    }
    Snapshot snapshot = roles.snapshots().get(0);
    return snapshot.packet()
        + " "
        + snapshot.id().orElse("index")
        + "="
        + id
        + axis(snapshot.x(), x)
        + axis(snapshot.y(), y);
  }

  private static String axis(String name, String value) {
    return " " + name + "=" + value;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
