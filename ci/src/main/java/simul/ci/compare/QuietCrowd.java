package simul.ci.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.meaning.Protocol;

/**
 * The spec {@code crowd}, but a move is told to its mover alone. Where all are told of all moves, a
 * thousand clients are a thousand packets for each move, and whatever the I/O model is, what is
 * measured is that.
 */
public final class QuietCrowd {
  private static final String RESOURCE = "/protocols/crowd.yaml";
  private static final String TOLD_TO_ALL = "blocked-reply: optional";
  private static final String TOLD_TO_MOVER = "blocked-reply: optional, sees: mover";

  private QuietCrowd() {}

  /** Writes the spec into a folder; the file. */
  public static Path write(Path folder) throws IOException {
    try (InputStream in = SpecLoader.class.getResourceAsStream(RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Path file = folder.resolve("crowd-quiet.yaml");
      return Files.writeString(file, text.replace(TOLD_TO_ALL, TOLD_TO_MOVER));
    }
  }

  /** The protocol of such a file, for so many clients. */
  public static Protocol load(Path file, int clients) {
    try {
      return Protocol.of(SpecLoader.load(file.toString(), clients));
    } catch (SpecException e) {
      throw new IllegalStateException("the spec made of " + RESOURCE + " has errors", e);
    }
  }
}
