/**
 * The requirements of the handout, one by one: ID, level, section, text in English and Korean. Read
 * {@link simul.spec.rule.RuleCatalogue} first. Depends only on {@code text}.
 */
package simul.spec.rule;
