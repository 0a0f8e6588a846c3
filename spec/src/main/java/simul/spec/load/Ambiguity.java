package simul.spec.load;

import java.util.List;
import simul.spec.wire.PacketLayout;
import simul.spec.wire.PacketTable;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;

/** Finds packets that a receiver cannot tell apart. */
final class Ambiguity {
  private final Problems problems;
  private final Reader root;
  private final PacketTable table;

  Ambiguity(Problems problems, Reader root, PacketTable table) {
    this.problems = problems;
    this.root = root;
    this.table = table;
  }

  void check() {
    if (table.type().isPresent()) {
      return;
    }
    List<PacketLayout> packets = table.regular();
    for (int i = 0; i < packets.size(); i++) {
      for (int j = i + 1; j < packets.size(); j++) {
        if (packets.get(i).isLike(packets.get(j), table.length().isPresent())) {
          problems.warning(
              PacketSizes.place(root, packets.get(j).name()),
              packets.get(j).name()
                  + " cannot be told from "
                  + packets.get(i).name()
                  + ": there is no type, and no field of theirs always holds different values");
        }
      }
    }
  }
}
