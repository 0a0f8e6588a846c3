package simul.bots.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simul.bots.measure.Change;

/** Carries out what people wish while the bots play, and writes down what was changed when. */
final class Steering {
  private final Run run;
  private final Controls controls;
  private final List<Change> changes = new ArrayList<>();
  private int clients;
  private double rate;

  Steering(Run run, Controls controls) {
    this.run = run;
    this.controls = controls;
    this.clients = run.plan().load().clients();
    this.rate = run.plan().load().movesPerSecond();
  }

  /** Carries out what was wished for since the last call. */
  void tick(Playing playing, long nowNanos) {
    Duration at = Duration.ofNanos(nowNanos - playing.startNanos());
    for (Optional<Wish> wish = controls.next(); wish.isPresent(); wish = controls.next()) {
      if (wish.get() instanceof Wish.Clients more && more.clients() != clients) {
        changes.add(new Change(at, Change.What.CLIENTS, clients, more.clients()));
        clients = more.clients();
        run.headcount().change(clients, nowNanos);
      } else if (wish.get() instanceof Wish.Rate faster && faster.movesPerSecond() != rate) {
        changes.add(new Change(at, Change.What.RATE, rate, faster.movesPerSecond()));
        rate = faster.movesPerSecond();
        playing.changeRate(rate);
      }
    }
  }

  /** Play is over. */
  void end(Duration at) {
    controls.close();
    if (controls.isStopping()) {
      changes.add(new Change(at, Change.What.STOP, 0, 0));
    }
  }

  /** How many bots there are to be. */
  int clients() {
    return clients;
  }

  /** Moves a second of each bot; infinite where answers set the rate. */
  double rate() {
    return rate;
  }

  /** All that was changed, in its order. */
  List<Change> changes() {
    return List.copyOf(changes);
  }
}
