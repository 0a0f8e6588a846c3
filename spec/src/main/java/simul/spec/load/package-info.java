/**
 * Spec files into the model, with every problem of a file at once. Read {@link
 * simul.spec.load.SpecLoader} first. The language's grammar is data ({@link
 * simul.spec.load.SpecShape}), from which the JSON Schema for editors is written too.
 */
package simul.spec.load;
