package simul.spec.header;

/**
 * A comment of a header: students write there what a code means and who sends what.
 *
 * @param place its first line
 * @param text without the comment's own marks
 */
public record Comment(Place place, String text) {}
