package simul.spec.header;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTComment;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorIncludeStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorStatement;
import org.eclipse.cdt.core.dom.ast.IASTProblem;
import org.eclipse.cdt.core.parser.IProblem;

/** What the preprocessor has to say: includes that found no file, errors; and the comments. */
final class Directives {
  private final Translation translation;

  Directives(Translation translation) {
    this.translation = translation;
  }

  /** Missing files, {@code #error}, unbalanced conditions. A system header may well be missing. */
  List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    for (IASTPreprocessorStatement each : translation.unit().getAllPreprocessorStatements()) {
      if (each instanceof IASTPreprocessorIncludeStatement include
          && include.isActive()
          && !include.isResolved()
          && !include.isSystemInclude()
          && translation.isGiven(include)) {
        remarks.add(
            new Remark(
                translation.place(include), include.getName() + " is not among the given files"));
      }
    }
    for (IASTProblem problem : translation.unit().getPreprocessorProblems()) {
      if (problem.getID() != IProblem.PREPROCESSOR_INCLUSION_NOT_FOUND
          && translation.isGiven(problem)) {
        remarks.add(new Remark(translation.place(problem), problem.getMessage()));
      }
    }
    return remarks;
  }

  List<Comment> comments() {
    List<Comment> comments = new ArrayList<>();
    for (IASTComment comment : translation.unit().getComments()) {
      if (translation.isGiven(comment)) {
        String source = new String(comment.getComment());
        comments.add(
            new Comment(
                translation.place(comment),
                plain(comment),
                source,
                translation.startsLine(comment)));
      }
    }
    return comments;
  }

  private static String plain(IASTComment comment) {
    String text = new String(comment.getComment());
    String inner = comment.isBlockComment() ? text.replaceAll("(?s)^/\\*|\\*/$", "") : text;
    return inner.replaceAll("(?m)^[/*!<\\s]+", "").strip();
  }
}
