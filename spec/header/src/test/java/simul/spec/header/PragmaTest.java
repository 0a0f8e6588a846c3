package simul.spec.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code #pragma} lines say of packing, and those that cannot be followed. */
class PragmaTest {
  @Test
  void packingThatIsNeverPoppedHoldsInTheFilesThatFollow() {
    SourceFile first = new SourceFile("a.h", "\n#pragma pack(push, 1)\n");
    SourceFile second = new SourceFile("b.h", "struct A { char c; int i; };");

    Header header = HeaderReader.read(List.of(first, second));

    assertThat(header.struct("A").orElseThrow().bytes()).isEqualTo(5);
    assertThat(header.remarks())
        .extracting(Remark::toString)
        .containsExactly(
            "a.h:2: #pragma pack(push, 1) is never popped: it holds for all that follows");
  }

  @Test
  void packingOfWindowsHeaderIsRemarkedWhereItIsIncluded() {
    Header header = Samples.read("\n#include <pshpack1.h>\nstruct A { char c; int i; };");

    assertThat(header.struct("A").orElseThrow().bytes()).isEqualTo(5);
    assertThat(header.remarks())
        .extracting(Remark::toString)
        .containsExactly(
            "protocol.h:2: #pragma pack(push, 1) is never popped: it holds for all that follows");
  }

  @Test
  void oddPragmasAreRemarked() {
    Header header =
        Samples.read(
            "#pragma pack(pop)\n#pragma pack(push, 3)\n#pragma pack(show)\n#pragma pack(pop)");

    assertThat(header.remarks())
        .extracting(Remark::toString)
        .containsExactly(
            "protocol.h:1: #pragma pack(pop) pops what nothing has pushed",
            "protocol.h:2: #pragma pack(push, 3) is not understood: 1, 2, 4, 8 or 16 may be packed"
                + " to");
  }

  @Test
  void pragmaThatCannotBeFollowedIsRemarked() {
    Header header =
        Samples.read(
            "#define PACK(n) __pragma(pack(n))\n"
                + "#define PUSH(n) __pragma(pack(push, n))\n"
                + "PACK(1)\nPUSH(2)\n");

    assertThat(header.remarks())
        .extracting(Remark::toString)
        .contains(
            "protocol.h:3: PACK(1) is not understood: 1, 2, 4, 8 or 16 may be packed to",
            "protocol.h:4: PUSH(2) hides a pragma: check packing");
  }

  @Test
  void pragmaThatMacroIsGivenIsFollowed() {
    Header header =
        Samples.read(
            "#define DO_PRAGMA(what) _Pragma(#what)\n"
                + "DO_PRAGMA(pack(push, 1))\nstruct A { char c; int i; };\nDO_PRAGMA(pack(pop))\n");

    assertThat(header.struct("A").orElseThrow().bytes()).isEqualTo(5);
    assertThat(header.remarks()).isEmpty();
  }
}
