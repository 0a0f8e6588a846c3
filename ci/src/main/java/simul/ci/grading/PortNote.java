package simul.ci.grading;

import java.util.Optional;
import java.util.Set;
import simul.ci.grade.Bilingual;

/** What is to be said of the port that a server listens on. */
final class PortNote {
  private static final Set<Integer> USUAL = Set.of(3500, 4000, 5000, 7777, 8000, 8080, 9000, 9999);

  private static final int LOW_BYTE = 0xFF;

  private PortNote() {}

  /**
   * The remark, if there is one to make.
   *
   * @param expected the protocol's own port
   */
  static Optional<Bilingual> of(int port, int expected, boolean told) {
    int swapped = (port & LOW_BYTE) << 8 | port >> 8;
    if (told || port == expected) {
      return Optional.empty();
    }
    if (swapped == expected || USUAL.contains(swapped) && !USUAL.contains(port)) {
      return Optional.of(
          new Bilingual(
              "It listens on port "
                  + port
                  + ", which is "
                  + swapped
                  + " with its bytes exchanged: htons() is missing.",
              port + "번 포트에서 듣는데, 이는 " + swapped + "의 바이트 순서가 바뀐 값이다: htons()가 빠졌다."));
    }
    return Optional.of(
        new Bilingual(
            "It listens on port " + port + ", not on " + expected + ".",
            expected + "번이 아니라 " + port + "번 포트에서 듣는다."));
  }
}
