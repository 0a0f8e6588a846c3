package simul.spec.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML text into {@link Value}s. Whatever the text is, it ends in a value or in problems. */
public final class YamlReader {
  /** A spec nests six levels deep; far beyond that somebody is trying the stack. */
  private static final int DEEPEST = 50;

  private final Problems problems;
  private final LoadSettings settings;
  private Optional<Mark> reached = Optional.empty();

  public YamlReader(String file, Problems problems) {
    this.problems = problems;
    this.settings =
        LoadSettings.builder()
            .setLabel(file)
            .setSchema(new CoreSchema())
            // Refused below, where the place of the key is known.
            .setAllowNonScalarKeys(true)
            .build();
  }

  /** The document's root, or empty when there is none or the text is not YAML. */
  public Optional<Value> read(String text) {
    try {
      if (!acceptable(text)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problems.error(1, 1, "the file is empty");
      }
      return root.map(this::convert);
    } catch (MarkedYamlEngineException e) {
      String context = e.getContext() == null ? "" : e.getContext() + ", ";
      error(e.getProblemMark(), "not YAML: " + context + e.getProblem());
    } catch (ReaderException e) {
      refuse(text, e.getCodePoint());
    } catch (IllegalArgumentException e) {
      // The parser lets through what it gets from digits that are none: "\\x" in double quotes.
      error(reached, "not YAML: behind this, an escape (\\x, \\u or \\U) has wrong digits");
    } catch (YamlEngineException e) {
      problems.error(1, 1, "not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().get());
    }
    return Optional.empty();
  }

  /** Refuses aliases and bottomless nesting before a tree is built, for both can explode. */
  private boolean acceptable(String text) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      reached = event.getEndMark();
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (event.getEventId() == Event.ID.Alias) {
        return refuse(event, "aliases (*name) are not part of the spec language");
      }
      if (depth > DEEPEST) {
        return refuse(event, "nested deeper than " + DEEPEST + " levels");
      }
    }
    return true;
  }

  /** Names a character that YAML does not allow, where it stands first. */
  private void refuse(String text, int codePoint) {
    int at = Math.max(0, text.indexOf(codePoint));
    String before = text.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = at - before.lastIndexOf('\n');
    problems.error(
        line, column, String.format(Locale.ROOT, "not YAML: character U+%04X", codePoint));
  }

  private boolean refuse(Event event, String message) {
    error(event.getStartMark(), message);
    return false;
  }

  private void error(Optional<Mark> mark, String message) {
    problems.error(
        mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, message);
  }

  private Value convert(Node node) {
    int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    int column = node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    if (node instanceof MappingNode mapping) {
      return convert(mapping, new Value.Mapping(line, column));
    }
    if (node instanceof SequenceNode sequence) {
      List<Value> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(convert(item)));
      return new Value.Sequence(line, column, items);
    }
    String text = ((ScalarNode) node).getValue();
    boolean isText = node.getTag().equals(Tag.STR);
    Long whole = node.getTag().equals(Tag.INT) ? whole(text) : null;
    Double number = node.getTag().equals(Tag.FLOAT) ? fraction(text) : null;
    return new Value.Scalar(
        line, column, text, isText, whole, whole == null ? number : Double.valueOf(whole));
  }

  private Value convert(MappingNode node, Value.Mapping mapping) {
    for (NodeTuple tuple : node.getValue()) {
      Value place = convert(tuple.getKeyNode());
      if (!(place instanceof Value.Scalar key)) {
        problems.error(place, "a key must be a word");
        continue;
      }
      Value.Scalar earlier = mapping.keys().putIfAbsent(key.text(), key);
      if (earlier != null) {
        problems.error(key, "key " + key.text() + " again; first on line " + earlier.line());
        continue;
      }
      mapping.entries().put(key.text(), convert(tuple.getValueNode()));
    }
    return mapping;
  }

  /** A number with a fraction; null when there is no such number. */
  private static Double fraction(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A number in YAML's core schema: decimal, {@code 0x} or {@code 0o}; null when beyond a long. */
  private static Long whole(String text) {
    try {
      if (text.startsWith("0x")) {
        return Long.parseLong(text.substring(2), 16);
      }
      return text.startsWith("0o") ? Long.parseLong(text.substring(2), 8) : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
