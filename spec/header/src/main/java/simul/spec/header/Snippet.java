package simul.spec.header;

import org.eclipse.cdt.core.dom.ast.IASTNode;

/** Source text for a message: on one line, and short. */
final class Snippet {
  private static final int LONGEST = 40;

  private Snippet() {}

  static String of(IASTNode node) {
    return of(node.getRawSignature());
  }

  static String of(String source) {
    String line = source.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
  }
}
