package simul.spec.header;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one or several source files say, in their order.
 *
 * @param constants macros and constant variables; those of enumerations are in {@code enumerations}
 * @param refusals what cannot be imported; nothing is left out silently
 * @param remarks what was imported but looks like a mistake
 * @param annotations what the header tells of itself in comments
 */
public record Header(
    List<Constant> constants,
    List<Enumeration> enumerations,
    List<Struct> structs,
    List<Comment> comments,
    List<Refusal> refusals,
    List<Remark> remarks,
    Annotations annotations) {
  public Header {
    constants = List.copyOf(constants);
    enumerations = List.copyOf(enumerations);
    structs = List.copyOf(structs);
    comments = List.copyOf(comments);
    refusals = List.copyOf(refusals);
    remarks = List.copyOf(remarks);
  }

  /** The same with other annotations and refusals. */
  Header with(Annotations newAnnotations, List<Refusal> newRefusals) {
    return new Header(
        constants, enumerations, structs, comments, newRefusals, remarks, newAnnotations);
  }

  /** Macros, constant variables and the values of enumerations. */
  public Stream<Constant> allConstants() {
    return Stream.concat(
        constants.stream(), enumerations.stream().flatMap(each -> each.values().stream()));
  }

  /** The struct of that qualified name. */
  public Optional<Struct> struct(String qualifiedName) {
    return structs.stream().filter(each -> each.qualifiedName().equals(qualifiedName)).findFirst();
  }

  /** The enumeration of that qualified name. */
  public Optional<Enumeration> enumeration(String qualifiedName) {
    return enumerations.stream()
        .filter(each -> each.qualifiedName().equals(qualifiedName))
        .findFirst();
  }

  /** The constant of that qualified name. */
  public Optional<Constant> constant(String qualifiedName) {
    return allConstants().filter(each -> each.qualifiedName().equals(qualifiedName)).findFirst();
  }
}
