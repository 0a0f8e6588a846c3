package simul.spec.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simul.spec.model.Field;
import simul.spec.model.FieldType;
import simul.spec.model.Framing;
import simul.spec.model.Packet;
import simul.spec.text.Suggestion;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Value;

/**
 * Finds the field that a path of a spec file names: {@code x}, {@code position.x} in a struct,
 * {@code players[3].x} in one element of an array, {@code players.x} in each.
 */
final class PathResolver {
  private final Problems problems;
  private final Packet packet;
  private final List<Field> fields = new ArrayList<>();

  PathResolver(Problems problems, Packet packet, Optional<Framing> framing) {
    this.problems = problems;
    this.packet = packet;
    if (!packet.opening()) {
      framing.ifPresent(found -> fields.addAll(found.header()));
    }
    fields.addAll(packet.fields());
  }

  /** A field outside of arrays, or of one element of an array. */
  Optional<Field> one(String path, Value place) {
    return find(path, place, false);
  }

  /** A field of each element of an array, or an array of numbers itself. */
  Optional<Field> each(String path, Value place) {
    return find(path, place, true);
  }

  private Optional<Field> find(String path, Value place, boolean each) {
    List<Field> scope = fields;
    String rest = path;
    boolean inArray = false;
    while (true) {
      int dot = rest.indexOf('.');
      String step = dot < 0 ? rest : rest.substring(0, dot);
      boolean indexed = step.endsWith("]") && step.contains("[");
      String name = indexed ? step.substring(0, step.indexOf('[')) : step;
      Optional<Field> field = named(scope, name, path, place);
      if (field.isEmpty()) {
        return field;
      }
      boolean array = field.get().type() instanceof FieldType.Array;
      if (indexed && (!array || each) || array && !indexed && !each || array && inArray) {
        return misplaced(path, place, each);
      }
      inArray |= array;
      if (dot < 0) {
        return each && !inArray ? misplaced(path, place, true) : field;
      }
      FieldType type =
          array ? ((FieldType.Array) field.get().type()).element() : field.get().type();
      if (!(type instanceof FieldType.Struct struct)) {
        problems.error(
            place, packet.name() + "." + name + " is no struct, so " + path + " is none");
        return Optional.empty();
      }
      scope = struct.fields();
      rest = rest.substring(dot + 1);
    }
  }

  private Optional<Field> misplaced(String path, Value place, boolean each) {
    problems.error(
        place,
        each
            ? packet.name() + "." + path + " must name a number in each element of an array"
            : packet.name() + "." + path + " must name one number: NAME, or ARRAY[INDEX].NAME");
    return Optional.empty();
  }

  private Optional<Field> named(List<Field> scope, String name, String path, Value place) {
    Optional<Field> field = scope.stream().filter(f -> f.name().equals(name)).findFirst();
    if (field.isEmpty()) {
      List<String> words = scope.stream().map(Field::name).toList();
      String where = name.equals(path) ? "" : " (in " + path + ")";
      problems.error(
          place, packet.name() + " has no field " + name + where + Suggestion.phrase(name, words));
    }
    return field;
  }
}
