package simul.spec.header;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTFieldDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTProblemDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IBinding;
import org.eclipse.cdt.core.dom.ast.IFunction;
import org.eclipse.cdt.core.dom.ast.IVariable;
import org.eclipse.cdt.core.dom.ast.cpp.ICPPASTDeclSpecifier;
import simul.spec.header.Declarations.StructSource;
import simul.spec.header.Refusal.Reason;

/**
 * The members of one struct, put one after the other as Windows compilers do: each at a multiple of
 * its alignment, which packing bounds; a base is a first member; no padding is ever reused.
 */
final class MemberList {

  private final StructSource source;
  private final Translation translation;
  private final Types types;
  private final Layouts layouts;
  private final int packing;
  private final List<Member> members = new ArrayList<>();
  private int end;
  private int alignment = 1;

  /**
   * @param layouts where other structs come from and obstacles go
   * @param pragma the largest alignment that {@code #pragma pack} leaves
   */
  MemberList(
      StructSource source, Translation translation, Types types, Layouts layouts, int pragma) {
    this.source = source;
    this.translation = translation;
    this.types = types;
    this.layouts = layouts;
    Alignments alignments = Alignments.of(source.node());
    this.packing = alignments.isPacked() ? 1 : pragma;
    refuseAlignment(alignments, source.node());
  }

  private void refuseAlignment(Alignments alignments, IASTNode node) {
    alignments
        .other()
        .ifPresent(
            spelled ->
                refuse(
                    new Unimportable(
                        Reason.ALIGNMENT, spelled + " aligns otherwise than #pragma pack"),
                    node));
  }

  private void refuse(Unimportable obstacle, IASTNode node) {
    layouts.refuse(source, node, obstacle);
  }

  private void refuse(String member, Unimportable obstacle, IASTNode node) {
    refuse(new Unimportable(obstacle.reason(), member + " is " + obstacle.getMessage()), node);
  }

  /** Puts a base's members first. */
  void inherit(Struct base) {
    members.addAll(base.members());
    alignment = Math.min(base.alignment(), packing);
    end = base.members().isEmpty() ? 0 : base.bytes();
  }

  /** Adds what the struct itself declares. */
  void addAll() {
    for (IASTDeclaration declaration : source.node().getMembers()) {
      if (translation.isMacroValue(declaration)) {
        // The struct's end is missing, which has a refusal of its own.
        continue;
      }
      if (declaration instanceof IASTProblemDeclaration) {
        String subject = translation.isAtEnd(declaration) ? "its end" : Snippet.of(declaration);
        refuse(
            new Unimportable(Reason.SYNTAX, subject + " cannot be read as a member"), declaration);
      } else if (declaration instanceof IASTFunctionDefinition function) {
        refuseVirtual(function.getDeclSpecifier());
      } else if (declaration instanceof IASTSimpleDeclaration simple) {
        addAll(simple);
      }
    }
  }

  private void refuseVirtual(IASTDeclSpecifier specifier) {
    if (specifier instanceof ICPPASTDeclSpecifier cpp && cpp.isVirtual()) {
      refuse(
          new Unimportable(Reason.VIRTUAL, "a virtual function puts a hidden pointer into it"),
          specifier);
    }
  }

  private void addAll(IASTSimpleDeclaration declaration) {
    IASTDeclSpecifier specifier = declaration.getDeclSpecifier();
    refuseVirtual(specifier);
    if (specifier.getStorageClass() == IASTDeclSpecifier.sc_static
        || specifier.getStorageClass() == IASTDeclSpecifier.sc_typedef
        || specifier instanceof ICPPASTDeclSpecifier cpp && cpp.isFriend()) {
      return;
    }
    IASTDeclarator[] declarators = declaration.getDeclarators();
    if (declarators.length == 0
        && specifier instanceof IASTCompositeTypeSpecifier struct
        && struct.getName().toString().isEmpty()) {
      addUnnamed(struct);
    }
    for (IASTDeclarator declarator : declarators) {
      if (isData(declarator)) {
        refuseAlignment(Alignments.of(declaration, declarator), declarator);
        add(declarator, specifier);
      }
    }
  }

  /** A method is declared like a member; a pointer to a function is one. */
  private static boolean isData(IASTDeclarator declarator) {
    IBinding binding = Declarations.declaratorName(declarator).resolveBinding();
    return binding instanceof IVariable
        || binding == null
        || !(declarator instanceof IASTFunctionDeclarator) && !(binding instanceof IFunction);
  }

  private void add(IASTDeclarator declarator, IASTDeclSpecifier specifier) {
    String name = Declarations.declaratorName(declarator).toString();
    try {
      if (declarator instanceof IASTFieldDeclarator) {
        throw new Unimportable(
            Reason.BIT_FIELD, "a bit-field, whose place depends on the compiler");
      }
      IBinding binding = Declarations.declaratorName(declarator).resolveBinding();
      if (!(binding instanceof IVariable member)) {
        throw noMember(binding);
      }
      String spelling = Snippet.of(specifier);
      Place place = translation.place(declarator);
      add(name, types.shape(member.getType(), spelling), spelling, place);
      if (Prelude.WIDTH_VARIES.contains(spelling.replace("std::", ""))) {
        layouts.remark(
            place, name + " is a " + spelling + ", taken as 8 bytes: on 32-bit Windows it is 4");
      }
    } catch (Unimportable obstacle) {
      refuse(name.isEmpty() ? "a member without a name" : name, obstacle, declarator);
    }
  }

  private static Unimportable noMember(IBinding binding) {
    return Declarations.isRedefinition(binding)
        ? new Unimportable(Reason.DUPLICATE, "defined a second time")
        : new Unimportable(Reason.SYNTAX, "something that cannot be read as a member");
  }

  private void add(String name, Shape shape, String spelling, Place place) throws Unimportable {
    int bytes = shape.bytes();
    int offset = place(shape.alignment());
    if (offset + bytes > Shape.LARGEST_BYTES) {
      throw Shape.tooLarge();
    }
    members.add(
        new Member(
            name,
            offset,
            shape.element(),
            shape.dimensions(),
            spelling,
            source.qualifiedName(),
            place));
    end = offset + bytes;
  }

  /** The members of an unnamed struct are members of the one around it. */
  private void addUnnamed(IASTCompositeTypeSpecifier node) {
    try {
      Struct struct = layouts.struct(node);
      int offset = place(struct.alignment());
      for (Member member : struct.members()) {
        members.add(member.at(offset + member.offset(), source.qualifiedName()));
      }
      end = offset + struct.bytes();
    } catch (Unimportable obstacle) {
      refuse("a member without a name", obstacle, node);
    }
  }

  private int place(int natural) {
    int bounded = Math.min(natural, packing);
    alignment = Math.max(alignment, bounded);
    return roundUp(end, bounded);
  }

  private static int roundUp(int offset, int multiple) {
    return (offset + multiple - 1) / multiple * multiple;
  }

  List<Member> list() {
    return members;
  }

  /** The size: at least a byte, and a multiple of the alignment. */
  int bytes() {
    return Math.max(1, roundUp(end, alignment));
  }

  /** The largest alignment that members may have. */
  int packing() {
    return packing;
  }

  int alignment() {
    return alignment;
  }
}
