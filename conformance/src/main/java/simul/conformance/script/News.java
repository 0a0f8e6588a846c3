package simul.conformance.script;

import simul.conformance.probe.Heard;
import simul.conformance.probe.Probe;
import simul.conformance.probe.Told;
import simul.conformance.verdict.Expectation;
import simul.conformance.verdict.Observation;

/** What clients are told, in the terms of findings. */
final class News {
  private News() {}

  /** That such news of an ID was due. */
  static Expectation due(int id, Told told) {
    return switch (told.kind()) {
      case SELF -> new Expectation.OwnFirst();
      case ENTER -> new Expectation.Introduction(id);
      case LEAVE -> new Expectation.Departure(id);
      case POSITION -> new Expectation.Position(id, told.cell());
    };
  }

  /** How a connection came to an end: it is no longer the protocol, a flood, or closed. */
  static Observation end(Probe probe) {
    if (probe.fault().isPresent()) {
      return new Observation.BrokenFrame(probe.name(), probe.fault().get());
    }
    return probe.isFlooded()
        ? new Observation.Flood(probe.name(), probe.receivedBytes())
        : new Observation.Closed(probe.name(), probe.closedAfterMillis());
  }

  /** That a client heard what was not due. */
  static Observation unasked(String client, Heard heard) {
    return switch (heard.told().kind()) {
      case SELF -> new Observation.UnaskedOwnId(client, heard.id());
      case ENTER -> new Observation.UnaskedArrival(client, heard.id());
      case LEAVE -> new Observation.UnaskedDeparture(client, heard.id());
      case POSITION -> new Observation.UnaskedPosition(client, heard.id(), heard.told().cell());
    };
  }
}
