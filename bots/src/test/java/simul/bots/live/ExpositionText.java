package simul.bots.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of Prometheus' text format 0.0.4: each family with its HELP and TYPE before its
 * samples and in one place, no sample twice, names and labels as they may be, counters that end in
 * {@code _total} and are not below 0, histograms whose buckets only grow and agree with their
 * count.
 */
final class ExpositionText {
  private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][\\w:]*) (\\S.*\\.)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE ([a-zA-Z_:][\\w:]*) (counter|gauge|histogram)");
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][\\w:]*)(?:\\{([a-zA-Z_]\\w*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"})?"
              + " (-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|[-+]Inf|NaN)");

  private final Map<String, Double> samples = new LinkedHashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private final Map<String, List<double[]>> buckets = new LinkedHashMap<>();
  private String family = "";
  private String helped = "";

  /** Reads all of it; fails at the first line that is wrong. */
  static ExpositionText parse(String text) {
    ExpositionText exposition = new ExpositionText();
    assertThat(text).endsWith("\n").doesNotContain("\r");
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      exposition.line(line);
    }
    exposition.checkHistograms();
    return exposition;
  }

  private void line(String line) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    Matcher sample = SAMPLE.matcher(line);
    if (help.matches()) {
      begin(help.group(1));
    } else if (type.matches()) {
      assertThat(type.group(1)).as(line).isEqualTo(helped).isEqualTo(family);
      assertThat(types.put(family, type.group(2))).as("second %s", line).isNull();
    } else if (sample.matches()) {
      sample(line, sample);
    } else {
      fail("no line of an exposition: " + line);
    }
  }

  private void begin(String name) {
    assertThat(ended.add(family)).isTrue();
    assertThat(ended).as("family in two places").doesNotContain(name);
    family = name;
    helped = name;
  }

  private void sample(String line, Matcher sample) {
    String name = sample.group(1);
    String kind = types.get(family);
    double value = Double.parseDouble(sample.group(4).replace("Inf", "Infinity"));
    assertThat(kind).as("type before %s", line).isNotNull();
    assertThat(samples.put(line.substring(0, line.lastIndexOf(' ')), value)).as(line).isNull();
    switch (kind) {
      case "counter" -> {
        assertThat(name).isEqualTo(family).endsWith("_total");
        assertThat(value).isNotNegative();
      }
      case "gauge" -> assertThat(name).isEqualTo(family).doesNotEndWith("_total");
      default -> histogram(line, sample, name, value);
    }
  }

  private void histogram(String line, Matcher sample, String name, double value) {
    if (name.equals(family + "_bucket")) {
      assertThat(sample.group(2)).as(line).isEqualTo("le");
      double bound = Double.parseDouble(sample.group(3).replace("Inf", "Infinity"));
      buckets.computeIfAbsent(family, f -> new ArrayList<>()).add(new double[] {bound, value});
    } else {
      assertThat(name).as(line).isIn(family + "_sum", family + "_count");
    }
  }

  private void checkHistograms() {
    buckets.forEach(
        (name, all) -> {
          for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i)[0]).isGreaterThan(all.get(i - 1)[0]);
            assertThat(all.get(i)[1]).isGreaterThanOrEqualTo(all.get(i - 1)[1]);
          }
          double[] last = all.get(all.size() - 1);
          assertThat(last[0]).isInfinite();
          assertThat(last[1]).isEqualTo(samples.get(name + "_count"));
          assertThat(samples).containsKey(name + "_sum");
        });
  }

  /** All samples by name and labels. */
  Map<String, Double> samples() {
    return samples;
  }

  /** The type of each family. */
  Map<String, String> types() {
    return types;
  }
}
