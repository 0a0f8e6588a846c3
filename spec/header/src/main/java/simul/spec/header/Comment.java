package simul.spec.header;

/**
 * A comment of a header: students write there what a code means and who sends what.
 *
 * @param place its first line
 * @param text without the comment's own marks
 * @param source as it stands in the file, marks and indents included
 * @param ownLine whether nothing is in front of it on its line
 */
public record Comment(Place place, String text, String source, boolean ownLine) {}
