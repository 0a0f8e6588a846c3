package simul.spec.load;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simul.spec.yaml.Shape;

/** The grammar of the spec language as a JSON Schema, for editors that complete and check YAML. */
public final class JsonSchema {
  private JsonSchema() {}

  /** The whole schema as JSON text, ending in a newline. */
  public static String text() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Simul spec language " + SpecShape.VERSION);
    root.putAll(schema(SpecShape.ROOT));
    StringBuilder out = new StringBuilder();
    write(out, root, 0);
    return out.append('\n').toString();
  }

  private static Map<String, Object> schema(Shape shape) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (shape instanceof Shape.Mapping mapping) {
      mapping(schema, mapping);
    } else if (shape instanceof Shape.Named named) {
      schema.put("type", "object");
      schema.put("propertyNames", Map.of("pattern", named.keys().pattern()));
      schema.put("additionalProperties", schema(named.value()));
    } else if (shape instanceof Shape.Sequence sequence) {
      schema.put("type", "array");
      schema.put("minItems", (long) sequence.min());
      if (sequence.max() != Integer.MAX_VALUE) {
        schema.put("maxItems", (long) sequence.max());
      }
      schema.put("items", schema(sequence.item()));
    } else if (shape instanceof Shape.Text text) {
      schema.put("type", "string");
      schema.put("pattern", text.pattern().pattern());
    } else if (shape instanceof Shape.Whole whole) {
      schema.put("type", "integer");
      schema.put("minimum", whole.min());
      schema.put("maximum", whole.max());
    } else if (shape instanceof Shape.Choice choice) {
      schema.put("enum", choice.words());
    } else if (shape instanceof Shape.Number number) {
      schema.put("type", "number");
      schema.put("minimum", number.min());
      schema.put("maximum", number.max());
    } else if (shape instanceof Shape.AnyOf any) {
      schema.put("anyOf", any.forms().stream().map(JsonSchema::schema).toList());
    } else if (shape instanceof Shape.Either either) {
      schema.put("type", "object");
      schema.put("if", Map.of("required", List.of(either.key())));
      schema.put("then", schema(either.with()));
      schema.put("else", schema(either.without()));
    }
    return schema;
  }

  private static void mapping(Map<String, Object> schema, Shape.Mapping mapping) {
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    schema.put(
        "required",
        mapping.keys().entrySet().stream()
            .filter(entry -> entry.getValue().required())
            .map(Map.Entry::getKey)
            .toList());
    Map<String, Object> properties = new LinkedHashMap<>();
    mapping.keys().forEach((name, key) -> properties.put(name, schema(key.shape())));
    schema.put("properties", properties);
  }

  private static void write(StringBuilder out, Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      block(out, '{', '}', map.entrySet().iterator(), depth);
    } else if (value instanceof List<?> list) {
      inline(out, list);
    } else if (value instanceof String text) {
      out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    } else {
      out.append(value);
    }
  }

  private static void block(
      StringBuilder out, char open, char close, Iterator<?> entries, int depth) {
    out.append(open);
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = (Map.Entry<?, ?>) entries.next();
      out.append('\n').append("  ".repeat(depth + 1));
      write(out, entry.getKey(), depth + 1);
      out.append(": ");
      write(out, entry.getValue(), depth + 1);
      out.append(entries.hasNext() ? "," : "\n" + "  ".repeat(depth));
    }
    out.append(close);
  }

  private static void inline(StringBuilder out, List<?> list) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      write(out, list.get(i), 0);
    }
    out.append(']');
  }
}
