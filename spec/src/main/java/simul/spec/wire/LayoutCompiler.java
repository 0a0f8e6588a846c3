package simul.spec.wire;

import java.util.ArrayList;
import java.util.List;
import simul.spec.model.Encoding;
import simul.spec.model.Field;
import simul.spec.model.FieldType;

/**
 * Puts fields at their offsets as a C++ compiler does: each at a multiple of its alignment, but
 * none at more than the packing. Structs become dotted names; so do arrays within an array's
 * element.
 */
public final class LayoutCompiler {
  private final Encoding encoding;
  private final int pack;
  private final List<Part> parts = new ArrayList<>();
  private int end;
  private int alignment = 1;

  LayoutCompiler(Encoding encoding) {
    this(encoding, encoding.pack(), 0);
  }

  private LayoutCompiler(Encoding encoding, int pack, int from) {
    this.encoding = encoding;
    this.pack = pack;
    this.end = from;
  }

  /**
   * The start of a struct with a packing of its own.
   *
   * @param pack the largest alignment of its fields, in bytes
   */
  public static LayoutCompiler of(Encoding encoding, int pack) {
    return new LayoutCompiler(encoding, pack, 0);
  }

  /** Adds fields behind those that are there. */
  public LayoutCompiler add(List<Field> fields) {
    fields.forEach(field -> add(field, field.type(), field.name(), false));
    return this;
  }

  /** What was laid out, in order. */
  public List<Part> parts() {
    return List.copyOf(parts);
  }

  /** Bytes so far, with the padding that a compiler puts at the end. */
  public int paddedBytes() {
    return aligned(end, alignment);
  }

  /** Bytes so far. */
  public int bytes() {
    return end;
  }

  /** The largest alignment of what was laid out, in bytes. */
  public int alignment() {
    return alignment;
  }

  private static int aligned(int at, int alignment) {
    return (at + alignment - 1) / alignment * alignment;
  }

  private int place(int alignmentOfType) {
    int effective = Math.min(pack, alignmentOfType);
    alignment = Math.max(alignment, effective);
    end = aligned(end, effective);
    return end;
  }

  private void add(Field field, FieldType type, String path, boolean inElement) {
    if (type instanceof FieldType.Number number) {
      int at = place(number.scalar().alignment());
      add(new FieldLayout(field, number, path, at, encoding.bigEndian()));
    } else if (type instanceof FieldType.Text text) {
      add(TextLayout.of(field, text, path, place(text.unitBytes()), encoding));
    } else if (type instanceof FieldType.Filler filler) {
      add(TextLayout.of(filler, path, place(1)));
    } else if (type instanceof FieldType.Struct struct) {
      addStruct(struct, path, inElement);
    } else if (inElement) {
      addUnrolled(field, (FieldType.Array) type, path);
    } else {
      addArray(field, (FieldType.Array) type, path);
    }
  }

  private void add(Part part) {
    parts.add(part);
    end = part.end();
  }

  private void addStruct(FieldType.Struct struct, String path, boolean inElement) {
    int align = new LayoutCompiler(encoding, struct.pack(), 0).add(struct.fields()).alignment;
    int start = place(align);
    LayoutCompiler inner = new LayoutCompiler(encoding, struct.pack(), start);
    for (Field field : struct.fields()) {
      String name = path.isEmpty() ? field.name() : path + "." + field.name();
      inner.add(field, field.type(), name, inElement);
    }
    parts.addAll(inner.parts);
    end = start + aligned(inner.end - start, align);
  }

  /** An array within an element of another: a part for each of its own elements. */
  private void addUnrolled(Field field, FieldType.Array array, String path) {
    int count = array.length() instanceof FieldType.Length.Fixed fixed ? fixed.count() : 0;
    for (int i = 0; i < count; i++) {
      add(field, array.element(), path + "[" + i + "]", true);
    }
  }

  private void addArray(Field field, FieldType.Array array, String path) {
    LayoutCompiler element = new LayoutCompiler(encoding, pack, 0);
    String name = array.element() instanceof FieldType.Struct ? "" : path;
    element.add(field, array.element(), name, true);
    int start = place(element.alignment);
    FieldLayout counter =
        array.length() instanceof FieldType.Length.CountedBy by ? number(by.field()) : null;
    add(
        new ArrayLayout(
            path, start, element.paddedBytes(), array.length(), counter, element.parts()));
  }

  private FieldLayout number(String name) {
    return parts.stream()
        .filter(part -> part instanceof FieldLayout && part.name().equals(name))
        .map(FieldLayout.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
