package simul.bots.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of the live page, all in memory: nothing else of this machine can be asked for. */
final class Site {
  private static final String INDEX = "index.html";

  private static final Map<String, String> TYPES =
      Map.of(
          INDEX,
          "text/html; charset=utf-8",
          "page.css",
          "text/css; charset=utf-8",
          "main.js",
          "text/javascript; charset=utf-8",
          "board.js",
          "text/javascript; charset=utf-8",
          "chart.js",
          "text/javascript; charset=utf-8",
          "frames.js",
          "text/javascript; charset=utf-8",
          "texts.js",
          "text/javascript; charset=utf-8",
          "icon.svg",
          "image/svg+xml");

  private final Map<String, Document> documents;

  /** A file as it is served. */
  record Document(String type, byte[] content) {
    Document {
      content = content.clone();
    }

    @Override
    public byte[] content() {
      return content.clone();
    }
  }

  private Site(Map<String, Document> documents) {
    this.documents = Map.copyOf(documents);
  }

  /** Reads them. */
  static Site load(Optional<String> language) throws IOException {
    Map<String, Document> documents = new HashMap<>();
    for (Map.Entry<String, String> file : TYPES.entrySet()) {
      byte[] content = read(file.getKey());
      if (file.getKey().equals(INDEX)) {
        content = withLanguage(content, language.orElse(""));
      }
      documents.put(file.getKey(), new Document(file.getValue(), content));
    }
    return new Site(documents);
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream file = Site.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IOException("the live page lacks its file " + name);
      }
      return file.readAllBytes();
    }
  }

  private static byte[] withLanguage(byte[] index, String language) {
    return new String(index, StandardCharsets.UTF_8)
        .replace("data-language=\"\"", "data-language=\"" + language + "\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The file of that name; the empty name is the page itself. */
  Optional<Document> find(String name) {
    return Optional.ofNullable(documents.get(name.isEmpty() ? INDEX : name));
  }
}
