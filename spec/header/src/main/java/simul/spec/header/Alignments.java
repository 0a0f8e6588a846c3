package simul.spec.header;

import java.util.Optional;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.IASTAttribute;
import org.eclipse.cdt.core.dom.ast.IASTAttributeList;
import org.eclipse.cdt.core.dom.ast.IASTAttributeOwner;
import org.eclipse.cdt.core.dom.ast.IASTAttributeSpecifier;

/**
 * What attributes say about alignment: {@code alignas}, {@code __declspec(align(n))} and those of
 * other compilers.
 *
 * @param other an attribute that is not understood, as the header writes it
 */
record Alignments(boolean isPacked, Optional<String> other) {
  private static final Set<String> PACKED = Set.of("packed", "__packed__");
  private static final Set<String> ALIGNED = Set.of("align", "aligned", "__aligned__");

  static Alignments of(IASTAttributeOwner... owners) {
    boolean packed = false;
    Optional<String> other = Optional.empty();
    for (IASTAttributeOwner owner : owners) {
      for (IASTAttributeSpecifier specifier : owner.getAttributeSpecifiers()) {
        if (!(specifier instanceof IASTAttributeList list)) {
          other = Optional.of(Snippet.of(specifier));
          continue;
        }
        for (IASTAttribute attribute : list.getAttributes()) {
          String name = new String(attribute.getName());
          packed |= PACKED.contains(name);
          if (ALIGNED.contains(name)) {
            other = Optional.of(Snippet.of(attribute));
          }
        }
      }
    }
    return new Alignments(packed, other);
  }
}
