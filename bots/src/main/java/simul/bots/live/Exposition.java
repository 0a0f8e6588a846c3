package simul.bots.live;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import simul.bots.measure.Buckets;
import simul.bots.measure.Errors;
import simul.bots.measure.Progress;
import simul.bots.swarm.Snapshot;

/**
 * A running swarm for Prometheus and whatever else reads its text format, version 0.0.4. What can
 * go down is a gauge; times are in seconds. Names are kept: dashboards are built on them.
 */
final class Exposition {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final StringBuilder out = new StringBuilder();

  private Exposition() {}

  /** All of it. */
  static String of(Snapshot snapshot, Buckets response) {
    Exposition page = new Exposition();
    page.clients(snapshot);
    page.moves(snapshot);
    page.response(response);
    return page.out.toString();
  }

  private void clients(Snapshot snapshot) {
    gauge("simul_swarm_clients", "Bots in the game.", snapshot.progress().players());
    gauge("simul_swarm_clients_wanted", "Bots that there are to be.", snapshot.wanted());
    gauge(
        "simul_swarm_clients_refused", "Bots that the server does not let in.", snapshot.refused());
    Errors errors = snapshot.errors();
    family(
        "simul_swarm_connection_errors",
        "gauge",
        "Bots whose connection failed, by how; one that tries again is counted no longer.");
    Map.of(
            "connect", errors.connect(),
            "reset", errors.reset(),
            "closed", errors.closed(),
            "timeout", errors.timeout(),
            "tool", errors.tool())
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            kind ->
                sample(
                    "simul_swarm_connection_errors{kind=\"" + kind.getKey() + "\"}",
                    kind.getValue()));
  }

  private void moves(Snapshot snapshot) {
    Progress progress = snapshot.progress();
    if (!Double.isInfinite(snapshot.movesPerSecond())) {
      gauge(
          "simul_swarm_moves_wanted_per_second",
          "Moves a second that each bot is to make.",
          snapshot.movesPerSecond());
    }
    counter("simul_swarm_moves_sent_total", "Moves sent.", progress.movesSent());
    counter(
        "simul_swarm_moves_answered_total",
        "Moves whose answer has come, those of the warm-up included.",
        progress.movesAnswered());
    counter(
        "simul_swarm_sights_received_total",
        "Times that a bot was told of a move.",
        snapshot.sights().received());
    gauge(
        "simul_swarm_reach_ratio",
        "Sights received of those due, those still on their way included; from 0 to 1.",
        progress.reach());
    counter("simul_swarm_violations_total", "Rules that the server broke.", progress.violations());
    gauge(
        "simul_swarm_play_seconds",
        "Time since the bots began to play.",
        progress.elapsed().toNanos() / 1e9);
  }

  private void response(Buckets response) {
    String name = "simul_swarm_response_seconds";
    family(
        name,
        "histogram",
        "Time from when a move was due to the mover's own sight of it, without the warm-up.");
    double[] bounds = Buckets.boundsSeconds();
    for (int i = 0; i < bounds.length; i++) {
      sample(name + "_bucket{le=\"" + number(bounds[i]) + "\"}", response.counts()[i]);
    }
    sample(name + "_bucket{le=\"+Inf\"}", response.count());
    sample(name + "_sum", response.sumSeconds());
    sample(name + "_count", response.count());
  }

  private void gauge(String name, String help, double value) {
    family(name, "gauge", help);
    sample(name, value);
  }

  private void counter(String name, String help, long value) {
    family(name, "counter", help);
    sample(name, value);
  }

  private void family(String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private void sample(String nameAndLabels, double value) {
    out.append(nameAndLabels).append(' ').append(number(value)).append('\n');
  }

  /** Whole numbers without a point; others in full. */
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : new BigDecimal(Double.toString(value)).toPlainString();
  }
}
