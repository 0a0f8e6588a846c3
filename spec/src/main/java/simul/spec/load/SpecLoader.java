package simul.spec.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import simul.spec.model.Spec;
import simul.spec.text.Suggestion;
import simul.spec.yaml.Problem;
import simul.spec.yaml.Problems;
import simul.spec.yaml.ShapeChecker;
import simul.spec.yaml.Value;
import simul.spec.yaml.YamlReader;

/** Loads spec files and the specs that come with the program. */
public final class SpecLoader {
  /** The specs that come with the program, the default first. */
  public static final List<String> BUNDLED =
      List.of(
          "homework3",
          "homework3-wide",
          "word-length",
          "signed-length",
          "length-last",
          "nameless",
          "typed",
          "fixed-402",
          "padded",
          "one-byte",
          "counted",
          "scan-codes",
          "virtual-keys",
          "bit-mask",
          "text",
          "floats",
          "term-project",
          "view-range",
          "player-array",
          "ask-first",
          "crowd");

  /** A spec is a few pages; what is larger than this is some other file. */
  private static final int LARGEST_BYTES = 1 << 20;

  private SpecLoader() {}

  /**
   * A spec without errors, with what is legal in its file but a known mistake.
   *
   * @param warnings in the order of the file
   */
  public record Loaded(Spec spec, List<Problem> warnings) {
    public Loaded {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Loads a bundled spec by its name, or else a file by its path.
   *
   * @throws SpecException when there is no such spec or it has errors; the message has a line for
   *     each
   */
  public static Spec load(String nameOrFile) throws SpecException {
    return check(nameOrFile).spec();
  }

  /**
   * The same with another limit.
   *
   * @param maxClients takes the place of {@code world.max-clients}
   */
  public static Spec load(String nameOrFile, int maxClients) throws SpecException {
    return check(nameOrFile, world -> world.replace("max-clients", maxClients)).spec();
  }

  /** The same with the warnings. */
  public static Loaded check(String nameOrFile) throws SpecException {
    return check(nameOrFile, world -> {});
  }

  private static Loaded check(String nameOrFile, Consumer<Value.Mapping> changeOfWorld)
      throws SpecException {
    if (BUNDLED.contains(nameOrFile)) {
      return check(nameOrFile + ".yaml", bundled(nameOrFile), changeOfWorld);
    }
    Path file = pathOf(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new SpecException(
          "no spec "
              + nameOrFile
              + ": neither a file nor one of "
              + String.join(", ", BUNDLED)
              + Suggestion.phrase(nameOrFile, BUNDLED));
    }
    return check(nameOrFile, read(file), changeOfWorld);
  }

  private static Path pathOf(String name) throws SpecException {
    try {
      return Path.of(name);
    } catch (java.nio.file.InvalidPathException e) {
      throw new SpecException("spec " + name + ": " + e.getReason());
    }
  }

  private static String read(Path file) throws SpecException {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new SpecException(
            "spec " + file + ": " + Files.size(file) + " bytes, more than " + LARGEST_BYTES);
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new SpecException("spec " + file + ": not UTF-8 text");
    } catch (IOException e) {
      throw new SpecException("spec " + file + ": cannot be read");
    }
  }

  /** The text of a bundled spec. */
  static String bundled(String name) {
    String resource = "/protocols/" + name + ".yaml";
    try (InputStream in = SpecLoader.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(resource, e);
    }
  }

  /**
   * Parses the text of a spec.
   *
   * @param file what messages call it
   * @throws SpecException when it has errors
   */
  public static Spec parse(String file, String text) throws SpecException {
    return check(file, text).spec();
  }

  /**
   * What keeps a text from being YAML that a spec, or a part of one, could be; empty when nothing
   * does. Whether it says anything that the language knows is not looked at.
   *
   * @param file what messages call it
   */
  public static List<Problem> checkSyntax(String file, String text) {
    Problems problems = new Problems(file);
    new YamlReader(file, problems).read(text);
    return problems.sorted();
  }

  /** The same with the warnings. */
  public static Loaded check(String file, String text) throws SpecException {
    return check(file, text, world -> {});
  }

  private static Loaded check(String file, String text, Consumer<Value.Mapping> changeOfWorld)
      throws SpecException {
    Problems problems = new Problems(file);
    Optional<Value> root = new YamlReader(file, problems).read(text);
    if (root.orElse(null) instanceof Value.Mapping spec
        && spec.entries().get("world") instanceof Value.Mapping world) {
      changeOfWorld.accept(world);
    }
    if (root.isPresent()) {
      new ShapeChecker(problems).check("the spec", root.get(), SpecShape.ROOT);
    }
    Optional<Spec> spec = root.flatMap(value -> new SpecBinder(problems).bind(value));
    if (problems.anyError() || spec.isEmpty()) {
      throw new SpecException(problems.sorted());
    }
    return new Loaded(spec.get(), problems.sorted());
  }
}
