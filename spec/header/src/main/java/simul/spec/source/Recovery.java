package simul.spec.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.cdt.core.dom.ast.ASTVisitor;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTProblemDeclaration;
import simul.spec.header.Place;
import simul.spec.header.Remark;
import simul.spec.header.SourceFile;

/**
 * Parses a unit again without the lines at which the parser got lost: outside of functions it takes
 * all up to the next end of a function for one mistake, and a macro of MFC would cost the function
 * behind it.
 */
final class Recovery {
  /** A message map has a line for each button. */
  private static final int MOST_PASSES = 12;

  private final List<SourceFile> files;
  private final Drafts drafts;

  /**
   * @param files where the lines are blanked as well, for the units to come
   */
  Recovery(List<SourceFile> files, Drafts drafts) {
    this.files = files;
    this.drafts = drafts;
  }

  /** The unit, without the lines that cost more than themselves. */
  Unit parse(int index, String prelude, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    Unit best = Unit.of(files, index, prelude, limit);
    List<IASTProblemDeclaration> problems = problems(best);
    for (int pass = 0; pass < MOST_PASSES && !problems.isEmpty(); pass++) {
      List<SourceFile> without = new ArrayList<>(files);
      Set<Place> lines = new TreeSet<>(Comparator.comparing(Place::toString));
      for (IASTProblemDeclaration problem : problems) {
        lines.add(best.place(problem));
      }
      lines.forEach(line -> blank(without, line));
      Unit next = Unit.of(without, index, prelude, limit);
      List<IASTProblemDeclaration> left = problems(next);
      if (lost(left) >= lost(problems) || System.nanoTime() > deadline) {
        return best;
      }
      lines.forEach(this::tell);
      files.clear();
      files.addAll(without);
      best = next;
      problems = left;
    }
    return best;
  }

  private static List<IASTProblemDeclaration> problems(Unit unit) {
    List<IASTProblemDeclaration> problems = new ArrayList<>();
    unit.tree()
        .accept(
            new ASTVisitor() {
              {
                shouldVisitDeclarations = true;
              }

              @Override
              public int visit(IASTDeclaration declaration) {
                if (declaration instanceof IASTProblemDeclaration problem
                    && unit.isGiven(problem)) {
                  problems.add(problem);
                }
                return PROCESS_CONTINUE;
              }
            });
    return problems;
  }

  private static int lost(List<IASTProblemDeclaration> problems) {
    return problems.stream().mapToInt(each -> each.getRawSignature().length()).sum();
  }

  private static void blank(List<SourceFile> files, Place line) {
    for (int i = 0; i < files.size(); i++) {
      SourceFile file = files.get(i);
      if (file.name().equals(line.file())) {
        String[] lines = file.text().split("\n", -1);
        lines[Math.min(line.line(), lines.length) - 1] = "";
        files.set(i, new SourceFile(file.name(), String.join("\n", lines)));
      }
    }
  }

  /** Says that a line was left out; the functions that it names may be called. */
  private void tell(Place line) {
    for (SourceFile file : files) {
      if (file.name().equals(line.file())) {
        String[] lines = file.text().split("\n", -1);
        String text = lines[Math.min(line.line(), lines.length) - 1];
        drafts.remark(
            line.toString(), new Remark(line, "not taken for C++: " + Unit.oneLine(text)));
        drafts.file(line.file()).mentionAll(text);
      }
    }
  }
}
