/**
 * What a spec file says, as immutable records: framing, packets, fields, roles, world rules. Read
 * {@link simul.spec.model.Spec} first. Depends on nothing; knows neither YAML nor bytes.
 */
package simul.spec.model;
