package simul.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import simul.spec.yaml.Problems;
import simul.spec.yaml.ShapeChecker;
import simul.spec.yaml.Value;
import simul.spec.yaml.YamlReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The loader's grammar and the JSON Schema for editors judge every document alike. One difference
 * is meant: 9000.0, for JSON a whole number, is none for the loader, so nothing here writes it.
 */
class GrammarProperties {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonSchema.text());

  /** JSON is YAML too, so one text serves both. Every key of the language is in it. */
  private static final String ACCEPTED =
      """
      {"spec": 1, "name": "a-1", "title": "A title", "port": 1,
       "encoding": {"endian": "big"},
       "framing": {"length": {"field": "size", "counts": "body"}, "type": {"field": "type"}},
       "header": [{"name": "size", "type": "u8"}, {"name": "type", "type": "u8", "range": [0, 9]}],
       "types": {"Direction": {"enum": "u8", "values": {"UP": 0, "DOWN": 1}}},
       "packets": [
         {"name": "MOVE", "type": 1, "from": "client",
          "fields": [{"name": "direction", "type": "Direction"}]},
         {"name": "STATE", "type": 1, "from": "server", "fields": []},
         {"name": "GONE", "type": 2, "from": "server"}],
       "roles": {
         "move": {
           "UP": {"send": "MOVE", "set": {"direction": "UP"}},
           "DOWN": {"send": "MOVE", "set": {"direction": 1}},
           "LEFT": {"send": "MOVE", "set": {}},
           "RIGHT": {"send": "MOVE"}},
         "self": [{"packet": "STATE", "when": "first", "id": "id"}],
         "enter": [{"packet": "STATE", "when": "later", "id": "id", "x": "x", "y": "y"}],
         "position": [{"packet": "STATE", "when": "always", "id": "id", "x": "x", "y": "y"}],
         "leave": [{"packet": "GONE", "id": "id"}]},
       "world": {"width": 8, "height": 8, "max-clients": 10, "blocked-reply": "never"}}
      """;

  private static final List<String> KEYS =
      List.of("title", "port", "range", "when", "x", "set", "fields", "counts", "from", "A", "b c");

  /** Values of every kind, at and beside every bound of the grammar. */
  private static final List<Object> VALUES =
      Arrays.asList(
          "",
          "a",
          "A",
          "_",
          "a-b",
          "a b",
          "9",
          "9a",
          "-1",
          "1.5",
          "true",
          "null",
          "~",
          "한글",
          "é9",
          "a\n",
          "\na",
          "a\nb",
          "u8",
          "u9",
          "i64",
          "little",
          "body",
          "whole",
          "always",
          "Always",
          "client",
          "UP",
          0,
          1,
          2,
          -1,
          65_535,
          65_536,
          65_537,
          1_000_000,
          1_000_001,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          BigInteger.TWO.pow(63),
          BigInteger.TWO.pow(63).negate(),
          BigInteger.TWO.pow(63).negate().subtract(BigInteger.ONE),
          BigInteger.TEN.pow(30),
          1.5,
          -0.25,
          true,
          false,
          null,
          List.of(),
          Map.of(),
          List.of(1),
          List.of(1, 2),
          List.of(1, 2, 3),
          List.of("a", 2),
          Map.of("A", 1),
          Map.of("a b", 1),
          Map.of("A", "B"),
          Map.of("enum", "u8", "values", Map.of()),
          Map.of("name", "a", "type", "b"));

  /** What is done to a node of a document. */
  private enum Deed {
    REPLACE,
    REMOVE,
    REPEAT,
    ADD
  }

  /** One change: the node is counted from the root, in the order of the text. */
  private record Change(Deed deed, int node, String key, Optional<Object> value) {

    void applyTo(Object document) {
      List<Runnable> places = new ArrayList<>();
      collect(document, places);
      places.get(node % places.size()).run();
    }

    private void collect(Object parent, List<Runnable> places) {
      if (parent instanceof Map<?, ?>) {
        Map<String, Object> map = mapping(parent);
        for (String name : map.keySet()) {
          places.add(() -> change(map, name));
        }
        map.values().forEach(child -> collect(child, places));
      } else if (parent instanceof List<?>) {
        List<Object> list = sequence(parent);
        for (int i = 0; i < list.size(); i++) {
          int at = i;
          places.add(() -> change(list, at));
        }
        list.forEach(child -> collect(child, places));
      }
    }

    private void change(Map<String, Object> map, String name) {
      switch (deed) {
        case REPLACE -> map.put(name, value.orElse(null));
        case REMOVE -> map.remove(name);
        case REPEAT -> map.put(key, map.get(name));
        case ADD -> map.put(key, value.orElse(null));
      }
    }

    private void change(List<Object> list, int at) {
      switch (deed) {
        case REPLACE -> list.set(at, value.orElse(null));
        case REMOVE -> list.remove(at);
        case REPEAT -> list.add(list.get(at));
        case ADD -> list.add(at, value.orElse(null));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mapping(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> sequence(Object value) {
    return (List<Object>) value;
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<Change> change =
        Combinators.combine(
                Arbitraries.of(Deed.class),
                Arbitraries.integers().between(0, 999),
                Arbitraries.of(KEYS),
                Arbitraries.of(VALUES).map(Optional::ofNullable))
            .as(Change::new);
    return change
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(
            changes -> {
              String json = ACCEPTED;
              for (Change next : changes) {
                Object document = JSON.readValue(json, LinkedHashMap.class);
                next.applyTo(document);
                json = JSON.writeValueAsString(document);
              }
              return json;
            });
  }

  @Property(tries = 700)
  @StatisticsReport(onFailureOnly = true)
  void loaderAndSchemaAgree(@ForAll("documents") String json) {
    boolean accepted = isAccepted(json);

    assertThat(SCHEMA.validate(json, InputFormat.JSON).isEmpty()).isEqualTo(accepted);

    Statistics.collect(accepted);
    Statistics.coverage(
        seen -> {
          seen.check(true).percentage(share -> share > 5);
          seen.check(false).percentage(share -> share > 10);
        });
  }

  @Property(tries = 1)
  void bothAcceptTheDocumentThatIsChanged() {
    assertThat(isAccepted(ACCEPTED)).isTrue();
    assertThat(SCHEMA.validate(ACCEPTED, InputFormat.JSON)).isEmpty();
  }

  private static boolean isAccepted(String text) {
    Problems problems = new Problems("it");
    Optional<Value> root = new YamlReader("it", problems).read(text);
    root.ifPresent(value -> new ShapeChecker(problems).check("the spec", value, SpecShape.ROOT));
    return !problems.anyError();
  }
}
