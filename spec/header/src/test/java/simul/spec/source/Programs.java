package simul.spec.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import simul.spec.header.SourceFile;

/** Programs of one file, and what tests ask of them. */
final class Programs {
  private Programs() {}

  static SourceProgram parse(String text) {
    return SourceProgram.parse(List.of(new SourceFile("a.cpp", text)));
  }

  static Call only(SourceProgram program, String name) {
    List<Call> calls = calls(program, name);
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  static List<Call> calls(SourceProgram program, String name) {
    return program.calls().stream().filter(call -> call.name().equals(name)).toList();
  }

  static Reach reach(SourceProgram program, String qualifiedName) {
    return program.functions().stream()
        .filter(function -> function.qualifiedName().equals(qualifiedName))
        .map(program::reach)
        .findFirst()
        .orElseThrow();
  }
}
