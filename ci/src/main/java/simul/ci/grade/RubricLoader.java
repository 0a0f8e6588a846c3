package simul.ci.grade;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import simul.conformance.check.Selection;
import simul.spec.rule.RuleCatalogue;
import simul.spec.text.Suggestion;
import simul.spec.yaml.Problems;
import simul.spec.yaml.Reader;
import simul.spec.yaml.ShapeChecker;
import simul.spec.yaml.Value;
import simul.spec.yaml.YamlReader;

/** Rubric files into {@link Rubric}s, with every problem of a file at once. */
public final class RubricLoader {
  /** The rubrics that come with the program. */
  public static final List<String> BUNDLED = List.of("homework3");

  /** The words for I/O models that a rubric may ask for. */
  static final List<String> MODELS =
      List.of(
          "thread",
          "nonblocking",
          "select",
          "async-select",
          "event-select",
          "overlapped-event",
          "overlapped-callback",
          "iocp");

  private static final List<String> MEASURES = List.of("requirements", "swarm", "fuzz", "io-model");

  /** A rubric is a page; what is larger than this is some other file. */
  private static final int LARGEST_BYTES = 1 << 18;

  private final Problems problems;

  private RubricLoader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Loads a bundled rubric by its name, or else a file by its path.
   *
   * @throws RubricException when there is no such rubric or it has errors; the message has a line
   *     for each
   */
  public static Rubric load(String nameOrFile) throws RubricException {
    if (BUNDLED.contains(nameOrFile)) {
      return parse(nameOrFile + ".yaml", bundled(nameOrFile));
    }
    Path file;
    try {
      file = Path.of(nameOrFile);
    } catch (InvalidPathException e) {
      throw new RubricException("rubric " + nameOrFile + ": " + e.getReason());
    }
    if (!Files.isRegularFile(file)) {
      throw new RubricException(
          "no rubric "
              + nameOrFile
              + ": neither a file nor one of "
              + String.join(", ", BUNDLED)
              + Suggestion.phrase(nameOrFile, BUNDLED));
    }
    return parse(nameOrFile, read(file));
  }

  private static String read(Path file) throws RubricException {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new RubricException(
            "rubric " + file + ": " + Files.size(file) + " bytes, more than " + LARGEST_BYTES);
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new RubricException("rubric " + file + ": not UTF-8 text");
    } catch (IOException e) {
      throw new RubricException("rubric " + file + ": cannot be read");
    }
  }

  private static String bundled(String name) {
    String resource = "/rubrics/" + name + ".yaml";
    try (InputStream in = RubricLoader.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(resource, e);
    }
  }

  /**
   * Parses the text of a rubric.
   *
   * @param file what messages call it
   */
  public static Rubric parse(String file, String text) throws RubricException {
    Problems problems = new Problems(file);
    Optional<Value> root = new YamlReader(file, problems).read(text);
    if (root.isPresent()) {
      new ShapeChecker(problems).check("the rubric", root.get(), RubricShape.ROOT);
    }
    if (problems.anyError() || root.isEmpty()) {
      throw new RubricException(problems.sorted());
    }
    Rubric rubric = new RubricLoader(problems).bind(Reader.of(root.get()));
    if (problems.anyError()) {
      throw new RubricException(problems.sorted());
    }
    return rubric;
  }

  private Rubric bind(Reader root) {
    List<Rubric.Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Reader part : root.list("parts")) {
      String name = part.text("name").orElseThrow();
      if (!names.add(name)) {
        problems.error(part.place("name"), "a second part is called " + name);
      }
      parts.add(part(part, name));
    }
    BigDecimal points = points(root, "points");
    BigDecimal sum =
        parts.stream()
            .filter(part -> !part.bonus())
            .map(Rubric.Part::points)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(points) != 0) {
      problems.error(
          root.place("points"),
          "the parts that are no bonus add up to " + text(sum) + " points, not to " + text(points));
    }
    return new Rubric(
        root.text("name").orElseThrow(),
        title(root),
        root.text("spec").orElse("homework3"),
        points,
        rules(root, "required"),
        parts,
        penalties(root.map("penalties")));
  }

  private static String text(BigDecimal points) {
    return points.stripTrailingZeros().toPlainString();
  }

  private Rubric.Part part(Reader part, String name) {
    List<String> measures = MEASURES.stream().filter(part::has).toList();
    if (measures.size() != 1) {
      problems.error(
          part.value(),
          "part "
              + name
              + " needs exactly one of "
              + String.join(", ", MEASURES)
              + ", but has "
              + (measures.isEmpty() ? "none" : String.join(" and ", measures)));
    }
    return new Rubric.Part(
        name,
        title(part),
        points(part, "points"),
        part.text("bonus").orElse("false").equals("true"),
        part.text("hidden").orElse("false").equals("true"),
        measure(part));
  }

  private Rubric.Measure measure(Reader part) {
    if (part.has("swarm")) {
      Reader swarm = part.map("swarm");
      int clients = swarm.whole("clients").orElse(1L).intValue();
      return new Rubric.Load(clients, duration(swarm, "duration"));
    }
    if (part.has("fuzz")) {
      return new Rubric.Streams(duration(part, "fuzz"));
    }
    if (part.has("io-model")) {
      return new Rubric.Model(models(part));
    }
    return new Rubric.Requirements(rules(part, "requirements"));
  }

  private List<String> models(Reader part) {
    List<String> models = texts(part, "io-model").map(Value.Scalar::text).toList();
    texts(part, "io-model")
        .filter(model -> !MODELS.contains(model.text()))
        .forEach(
            model ->
                problems.error(
                    model,
                    "no I/O model "
                        + model.text()
                        + ": there are "
                        + String.join(", ", MODELS)
                        + Suggestion.phrase(model.text(), MODELS)));
    return models;
  }

  private static Stream<Value.Scalar> texts(Reader reader, String key) {
    return reader.list(key).stream().map(Reader::value).map(Value.Scalar.class::cast);
  }

  private List<String> rules(Reader reader, String key) {
    texts(reader, key)
        .filter(
            pattern ->
                RuleCatalogue.all().stream()
                    .noneMatch(rule -> Selection.matches(pattern.text(), rule.id())))
        .forEach(pattern -> problems.error(pattern, "no rule matches " + pattern.text()));
    return texts(reader, key).map(Value.Scalar::text).toList();
  }

  private static Bilingual title(Reader reader) {
    Reader title = reader.map("title");
    return new Bilingual(title.text("en").orElseThrow(), title.text("ko").orElseThrow());
  }

  private static BigDecimal points(Reader reader, String key) {
    return reader.number(key).map(BigDecimal::valueOf).orElse(BigDecimal.ZERO);
  }

  private static Rubric.Penalties penalties(Reader penalties) {
    Reader late = penalties.map("late");
    return new Rubric.Penalties(
        points(late, "per-day"),
        points(late, "most"),
        points(penalties.map("does-not-build"), "at-most"));
  }

  private static Duration duration(Reader reader, String key) {
    String text = reader.text(key).orElse("0s");
    String unit = text.replaceFirst("[0-9]+", "");
    long number = Long.parseLong(text.substring(0, text.length() - unit.length()));
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
