package simul.conformance.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import simul.conformance.script.Heading;
import simul.conformance.script.Script;
import simul.conformance.script.Step;

/** The scripts that are a little smaller than one, those that leave out most first. Pure. */
final class Reductions {
  private final Script script;

  private Reductions(Script script) {
    this.script = script;
  }

  /** All of them, made one by one as they are asked for. */
  static Stream<Script> of(Script script) {
    Reductions reductions = new Reductions(script);
    return Stream.of(
            reductions.withoutWrongs(),
            reductions.withoutRuns(),
            reductions.withFewerPlayers(),
            reductions.withFewerMoves(),
            reductions.withFewerCuts(),
            reductions.withFewerBytes(),
            reductions.withPlainerMoves())
        .flatMap(smaller -> smaller);
  }

  private Script with(List<Step> steps) {
    return new Script(script.players(), steps);
  }

  private Script with(int index, Step step) {
    List<Step> steps = new ArrayList<>(script.steps());
    steps.set(index, step);
    return with(steps);
  }

  private Stream<Integer> indices() {
    return Stream.iterate(0, index -> index + 1).limit(script.steps().size());
  }

  /** Without all that is wrong in it: then it is the valid stream that the target fails. */
  private Stream<Script> withoutWrongs() {
    List<Step> right =
        script.steps().stream().filter(step -> !(step instanceof Step.Misbehave)).toList();
    return right.size() < script.steps().size() ? Stream.of(with(right)) : Stream.empty();
  }

  /** Without some steps in a row: half of them, a quarter, ..., each one. */
  private Stream<Script> withoutRuns() {
    int size = script.steps().size();
    return Stream.iterate(size, run -> run > 0, run -> run / 2)
        .flatMap(
            run ->
                Stream.iterate(0, from -> from < size, from -> from + run)
                    .map(from -> without(from, Math.min(size, from + run))));
  }

  private Script without(int from, int to) {
    List<Step> steps = new ArrayList<>(script.steps());
    steps.subList(from, to).clear();
    return with(steps);
  }

  /** Without a client that only looks on. */
  private Stream<Script> withFewerPlayers() {
    int last = script.players() - 1;
    boolean idle =
        script.players() > 1
            && script.steps().stream().noneMatch(step -> players(step).contains(last));
    return idle ? Stream.of(new Script(last, script.steps())) : Stream.empty();
  }

  private static List<Integer> players(Step step) {
    if (step instanceof Step.Move move) {
      return List.of(move.player());
    } else if (step instanceof Step.Misbehave bad) {
      return List.of(bad.player());
    } else if (step instanceof Step.Leave leave) {
      return List.of(leave.player());
    }
    if (step instanceof Step.ArriveAmid amid) {
      return List.of(amid.player(), amid.mover());
    }
    return step instanceof Step.Arrive arrive ? arrive.players() : List.of();
  }

  private Stream<Script> withFewerMoves() {
    return indices()
        .filter(i -> script.steps().get(i) instanceof Step.Move move && move.headings().size() > 1)
        .flatMap(
            i -> {
              Step.Move move = (Step.Move) script.steps().get(i);
              int size = move.headings().size();
              return Stream.of(1, size / 2, size - 1)
                  .filter(fewer -> fewer > 0 && fewer < size)
                  .distinct()
                  .map(fewer -> move.headings().subList(0, fewer))
                  .map(fewer -> with(i, new Step.Move(move.player(), fewer, move.held())));
            });
  }

  private Stream<Script> withFewerCuts() {
    return indices()
        .filter(i -> script.steps().get(i) instanceof Step.Move move && move.held() > 0)
        .map(
            i -> {
              Step.Move move = (Step.Move) script.steps().get(i);
              return with(i, new Step.Move(move.player(), move.headings(), 0));
            });
  }

  /** What is wrong, with bytes left out; a right server is asked nothing about its rest. */
  private Stream<Script> withFewerBytes() {
    return indices()
        .filter(i -> script.steps().get(i) instanceof Step.Misbehave)
        .flatMap(
            i -> {
              Step.Misbehave bad = (Step.Misbehave) script.steps().get(i);
              return runs(bad.bytes())
                  .map(bytes -> with(i, new Step.Misbehave(bad.player(), bytes, false)));
            });
  }

  private static Stream<byte[]> runs(byte[] bytes) {
    return Stream.iterate(bytes.length / 2, run -> run > 0, run -> run / 2)
        .flatMap(
            run ->
                Stream.iterate(0, from -> from < bytes.length, from -> from + run)
                    .map(from -> without(bytes, from, Math.min(bytes.length, from + run))));
  }

  private static byte[] without(byte[] bytes, int from, int to) {
    byte[] rest = Arrays.copyOf(bytes, bytes.length - (to - from));
    System.arraycopy(bytes, to, rest, from, bytes.length - to);
    return rest;
  }

  /** All moves of a write in the same way, the first that is open. */
  private Stream<Script> withPlainerMoves() {
    Heading plain = new Heading.Turn(0);
    return indices()
        .filter(
            i ->
                script.steps().get(i) instanceof Step.Move move
                    && move.headings().stream().anyMatch(heading -> !heading.equals(plain)))
        .map(
            i -> {
              Step.Move move = (Step.Move) script.steps().get(i);
              List<Heading> plainer = Collections.nCopies(move.headings().size(), plain);
              return with(i, new Step.Move(move.player(), plainer, move.held()));
            });
  }
}
