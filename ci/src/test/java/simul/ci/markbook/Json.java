package simul.ci.markbook;

import java.math.BigDecimal;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;
import simul.spec.yaml.YamlReader;

/** JSON read back: YAML has it in it. */
final class Json {
  private Json() {}

  static Reader read(String text) {
    Problems problems = new Problems("json");
    return Reader.of(
        new YamlReader("json", problems)
            .read(text)
            .orElseThrow(() -> new AssertionError(problems.sorted() + " in " + text)));
  }

  static BigDecimal number(Reader reader, String key) {
    return BigDecimal.valueOf(reader.number(key).orElseThrow());
  }

  static BigDecimal sum(Reader reader, String list, String key) {
    return reader.list(list).stream()
        .map(item -> number(item, key))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
