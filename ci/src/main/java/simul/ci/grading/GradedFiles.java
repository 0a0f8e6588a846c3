package simul.ci.grading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import simul.ci.grade.Findings;
import simul.ci.grade.FindingsFile;
import simul.ci.markbook.Graded;
import simul.ci.markbook.StudentPage;
import simul.ci.markbook.StudentText;
import simul.conformance.explain.Language;

/** The files of one graded submission, in a folder of its own. */
public final class GradedFiles {
  /** What the page is called in its folder. */
  public static final String PAGE = "marks.html";

  private static final String TEXT = "marks.txt";
  private static final String FINDINGS = "findings.json";

  private GradedFiles() {}

  /** Writes them; the findings last, so that they say that the others are there. */
  public static void write(Graded graded, Language language, Path folder) throws IOException {
    replace(folder.resolve(PAGE), StudentPage.of(graded, language));
    replace(folder.resolve(TEXT), StudentText.of(graded, language));
    replace(folder.resolve(FINDINGS), FindingsFile.text(graded.findings()));
  }

  /** The findings of a submission that was graded before, if it was graded to the end. */
  public static Optional<Findings> findings(Path folder) throws IOException {
    Path file = folder.resolve(FINDINGS);
    return Files.isRegularFile(file)
        ? FindingsFile.parse(Files.readString(file))
        : Optional.empty();
  }

  /** Writes a file whole or not at all. */
  public static void replace(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
