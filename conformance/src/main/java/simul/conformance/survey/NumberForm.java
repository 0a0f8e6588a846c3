package simul.conformance.survey;

import java.nio.ByteOrder;

/** How a number may be written. */
enum NumberForm {
  U8(1, ByteOrder.LITTLE_ENDIAN, 0.5),
  U16(2, ByteOrder.LITTLE_ENDIAN, 1.5),
  U16_BIG(2, ByteOrder.BIG_ENDIAN, 2.5),
  U32(4, ByteOrder.LITTLE_ENDIAN, 2.5),
  U32_BIG(4, ByteOrder.BIG_ENDIAN, 3.5);

  private final int width;
  private final ByteOrder order;
  private final double costBits;

  NumberForm(int width, ByteOrder order, double costBits) {
    this.width = width;
    this.order = order;
    this.costBits = costBits;
  }

  int width() {
    return width;
  }

  ByteOrder order() {
    return order;
  }

  /** The rarer it is, the more. */
  double costBits() {
    return costBits;
  }
}
