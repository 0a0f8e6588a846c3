package simul.spec.reference.io;

import java.util.Arrays;
import java.util.List;

/** The I/O models that this JDK has all for. */
public final class AvailableModels {
  private AvailableModels() {}

  /** In the order of the lecture. */
  public static List<IoModels> all() {
    return Arrays.stream(IoModels.values()).filter(IoModels::isAvailable).toList();
  }

  /** One that blocks, one that asks who is ready, one that is told what is done. */
  public static List<IoModels> ofEachKind() {
    return List.of(IoModels.THREAD, IoModels.SELECT, IoModels.OVERLAPPED_CALLBACK);
  }
}
