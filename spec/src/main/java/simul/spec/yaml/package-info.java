/**
 * Files in YAML: what is in them and where ({@link simul.spec.yaml.Value}), what may be in them
 * ({@link simul.spec.yaml.Shape}), and every problem at once. The only package that knows YAML;
 * what the words of a language mean, its loader says.
 */
package simul.spec.yaml;
