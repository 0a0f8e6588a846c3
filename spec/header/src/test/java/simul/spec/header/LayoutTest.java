package simul.spec.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTest {
  /**
   * Where g++ puts a member into the padding of a base, Windows compilers never do; and they expand
   * macros in pragmas.
   */
  static final String UNLIKE_GCC =
      """
      struct Head { Head() {} int size; char type; };
      struct Move : Head { char direction; };
      struct Far : Move { char last; short other; };
      #define BYTES 2
      #pragma pack(push, BYTES)
      struct Two { char a; int b; };
      #pragma pack(pop)
      """;

  @Test
  void paddingOfBaseIsNotReused() {
    Header header = Samples.read(UNLIKE_GCC);

    assertThat(header.refusals()).isEmpty();
    Struct move = header.struct("Move").orElseThrow();
    assertThat(move.member("direction").orElseThrow().offset()).isEqualTo(8);
    assertThat(move.bytes()).isEqualTo(12);
    Struct far = header.struct("Far").orElseThrow();
    assertThat(far.member("last").orElseThrow().offset()).isEqualTo(12);
    assertThat(far.bytes()).isEqualTo(16);
  }

  @Test
  void packingMayBeMacro() {
    Struct two = Samples.read(UNLIKE_GCC).struct("Two").orElseThrow();

    assertThat(two.bytes()).isEqualTo(6);
    assertThat(two.alignment()).isEqualTo(2);
  }
}
