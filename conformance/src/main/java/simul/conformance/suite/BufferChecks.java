package simul.conformance.suite;

import static simul.conformance.script.Step.Farewell.CLOSE;
import static simul.conformance.script.Step.Farewell.HALF_CLOSE;
import static simul.conformance.script.Step.Farewell.RESET;

import java.util.List;
import simul.conformance.check.Check;
import simul.conformance.script.Script;
import simul.conformance.script.Step;

/**
 * Section 5 of the handout, as far as it is about where buffers begin and end, and whose they are:
 * long streams, many pieces, connections that follow one another.
 */
final class BufferChecks {
  private static final List<Need> CUT = List.of(Need.SEVERAL_BYTES);

  /** Sizes that students like for receive buffers, in bytes. */
  private static final int[] LIKELY_BUFFERS = {64, 128, 256, 512, 1024, 2048, 4096, 8192};

  /** A prime, so that writes of it meet every place of every likely buffer sooner or later. */
  private static final int ODD_WRITE_BYTES = 1021;

  private static final int MOST_CUTS = 5;

  private BufferChecks() {}

  static List<Check> all() {
    return List.of(
        Scene.check("FRAME-011", 2, CUT, BufferChecks::threePieces),
        Scene.check("FRAME-012", 2, List.of(), BufferChecks::hundredsInOneWrite),
        Scene.check("FRAME-013", 2, List.of(Need.SEVERAL_BYTES), BufferChecks::allSendHalves),
        Scene.check("FRAME-014", 2, CUT, BufferChecks::wholeOnesAndHead),
        Scene.check("FRAME-015", 2, CUT, BufferChecks::halfOfPredecessor),
        Scene.check("FRAME-016", 2, CUT, BufferChecks::acrossBufferEnds),
        Scene.check("FRAME-017", 2, List.of(), BufferChecks::thousandPackets),
        Scene.check("FRAME-018", 3, CUT, BufferChecks::leavesWithinPacket));
  }

  private static Script.Builder threePieces(Scene scene) {
    Script.Builder script = scene.with(2);
    int bytes = Moves.longest(scene.protocol());
    int[] cuts = Moves.cuts(scene.protocol(), MOST_CUTS);
    for (int first : cuts) {
      for (int second : cuts) {
        if (first < second) {
          inPieces(script, scene, bytes, first, second).settle();
        }
      }
    }
    return cuts.length > 1 ? script : inPieces(script, scene, bytes, cuts[0]).settle();
  }

  /** One move, cut at these places. */
  private static Script.Builder inPieces(
      Script.Builder script, Scene scene, int bytes, int... cuts) {
    script.walkHolding(bytes - cuts[0], 0, scene.turnList(1));
    for (int i = 1; i < cuts.length; i++) {
      script.walkHolding(bytes - cuts[i], 0, List.of());
    }
    return script.flush(0);
  }

  private static Script.Builder hundredsInOneWrite(Scene scene) {
    return scene.with(2).walk(0, scene.turns(100)).settle().walk(0, scene.turns(200)).settle();
  }

  private static Script.Builder allSendHalves(Scene scene) {
    int clients = scene.upTo(10);
    int bytes = Moves.longest(scene.protocol());
    Script.Builder script = scene.with(clients);
    for (int cut : Moves.cuts(scene.protocol(), 3)) {
      for (int client = 0; client < clients; client++) {
        script.walkHolding(bytes - cut, client, scene.turnList(1));
      }
      for (int client = clients - 1; client >= 0; client--) {
        script.flush(client);
      }
      script.settle();
    }
    return script;
  }

  private static Script.Builder wholeOnesAndHead(Scene scene) {
    int bytes = Moves.longest(scene.protocol());
    Script.Builder script = scene.with(2);
    for (int whole = 1; whole <= 4; whole++) {
      for (int cut : Moves.cuts(scene.protocol(), 3)) {
        script.walkHolding(bytes - cut, 0, scene.turnList(whole + 1)).flush(0).settle();
      }
    }
    return script;
  }

  private static Script.Builder halfOfPredecessor(Scene scene) {
    int bytes = Moves.longest(scene.protocol());
    Script.Builder script = scene.with(2);
    for (int cut : Moves.cuts(scene.protocol(), 3)) {
      for (Step.Farewell how : List.of(CLOSE, RESET)) {
        script.walkHolding(bytes - cut, 0, scene.turnList(1)).settle().leave(0, how).settle();
        script.arrive(0).settle().walk(0, scene.turns(2)).settle();
      }
    }
    return script;
  }

  /**
   * Writes a little longer than likely buffers, their packets begun in the write before; then a
   * stream in odd pieces, for buffers that are filled from where they were left.
   */
  private static Script.Builder acrossBufferEnds(Scene scene) {
    int bytes = Moves.longest(scene.protocol());
    Script.Builder script = scene.with(2);
    for (int buffer : LIKELY_BUFFERS) {
      int moves = 2 + buffer / bytes;
      script.walkHolding(bytes - 1, 0, scene.turnList(1));
      script.walkHolding(1, 0, scene.turnList(moves)).flush(0).settle();
    }
    int moves = Math.max(1, ODD_WRITE_BYTES / bytes);
    int odd = Math.floorMod(-ODD_WRITE_BYTES, bytes);
    for (int write = 0; write < scene.effort().of(4, 12, 140); write++) {
      script.walkHolding(Math.min(bytes - 1, odd + write % bytes), 0, scene.turnList(moves));
    }
    return script.flush(0).settle();
  }

  private static Script.Builder thousandPackets(Scene scene) {
    Script.Builder script = scene.with(2);
    for (int write = 0; write < scene.effort().of(3, 11, 700); write++) {
      script.walk(0, scene.turns(100));
      if (write % 4 == 3) {
        script.settle();
      }
    }
    return script.settle();
  }

  private static Script.Builder leavesWithinPacket(Scene scene) {
    Script.Builder script = scene.with(3);
    for (Step.Farewell how : List.of(CLOSE, HALF_CLOSE, RESET)) {
      script.walkHolding(1, 1, scene.turnList(1)).settle().leave(1, how).settle();
      script.walk(0, scene.turns(1)).settle().arrive(1).settle();
    }
    return script;
  }
}
