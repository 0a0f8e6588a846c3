package simul.conformance.fuzz;

import java.util.HashSet;
import java.util.Set;
import simul.conformance.script.ReplayFile;

/**
 * A script of a {@link Corpus} as text: a {@link ReplayFile}, which says in comments what is in it.
 *
 * @param spec name or file of the spec
 */
public record CorpusFile(String spec, Sample sample) {
  private static final String REACHES = "# reaches ";

  private static final String MUTATION = "# mutation ";

  /** The file's text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(new ReplayFile(spec, sample.ruleId(), sample.script()).text());
    text.append(MUTATION).append(sample.mutation().word()).append('\n');
    sample.points().stream()
        .map(CoveragePoint::text)
        .sorted()
        .forEach(point -> text.append(REACHES).append(point).append('\n'));
    return text.toString();
  }

  /**
   * Reads a file's text; what the comments say of combinations that there are none of any more is
   * left out.
   *
   * @param file what messages call it
   */
  public static CorpusFile parse(String file, String text) throws ReplayFile.Malformed {
    ReplayFile replay = ReplayFile.parse(file, text);
    Set<CoveragePoint> points = new HashSet<>();
    Mutation mutation = Mutation.NONE;
    for (String line : text.lines().toList()) {
      if (line.startsWith(REACHES)) {
        CoveragePoint.parse(line.substring(REACHES.length())).ifPresent(points::add);
      } else if (line.startsWith(MUTATION)) {
        mutation = Mutation.parse(line.substring(MUTATION.length()).strip()).orElse(mutation);
      }
    }
    return new CorpusFile(
        replay.spec(), new Sample(replay.script(), points, replay.ruleId(), mutation));
  }
}
