package simul.spec.wire;

/**
 * A piece of a frame at a fixed offset: a number, text, or an array. Within an array's element
 * offsets count from the element's start.
 */
public sealed interface Part permits FieldLayout, TextLayout, ArrayLayout {

  /** The field's name; a path with dots where it stands in a struct: {@code position.x}. */
  String name();

  /** Bytes from the start of the frame. */
  int offset();

  /** Bytes from the start of the frame to the first byte after it; of an array its fixed part. */
  int end();
}
