package simul.ci.intake;

/**
 * One thing about a submission that a teacher should know.
 *
 * @param path of the file or folder, as the submission names it
 * @param reason in words, a clause that follows the path: "is a symbolic link"
 */
public record Remark(String path, String reason) {
  /** Path and reason in one line, fit to be shown: nothing in it moves a terminal's cursor. */
  public String text() {
    return NameText.printable(path) + " " + reason;
  }
}
