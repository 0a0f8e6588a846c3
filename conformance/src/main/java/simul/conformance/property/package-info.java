/**
 * Random streams against a live target, and the smallest one that it fails: jqwik behind one
 * interface, {@link simul.conformance.property.PropertyRunner}, which is the type to read first. No
 * other package knows jqwik. Depends on {@code script} and {@code spec}.
 */
package simul.conformance.property;
