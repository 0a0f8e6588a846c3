package simul.spec.source;

import simul.spec.header.Place;

/**
 * A function that is defined in the files: free, a member, or a lambda.
 *
 * @param id unique in its program
 * @param scope the namespaces and classes around it, {@code ""} for none
 * @param name {@code "lambda"} or the variable that holds it when it is one
 * @param place where it begins
 */
public record SourceFunction(int id, String scope, String name, Place place) {
  /** Its name with its scope, as C++ writes it. */
  public String qualifiedName() {
    return scope.isEmpty() ? name : scope + "::" + name;
  }
}
