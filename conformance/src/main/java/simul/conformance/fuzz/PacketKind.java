package simul.conformance.fuzz;

import java.util.Optional;
import simul.spec.wire.PacketLayout;

/**
 * A packet to be mutated.
 *
 * @param layout where its fields are; empty where packets travel in frames of another size
 * @param example one packet of that kind as it goes onto the wire
 */
record PacketKind(String name, Optional<PacketLayout> layout, byte[] example) {}
