package simul.ci.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import simul.conformance.fuzz.CorpusFile;
import simul.conformance.fuzz.Sample;
import simul.conformance.script.ReplayFile;
import simul.spec.rule.RuleCatalogue;

/**
 * The scripts that a fuzzer keeps from run to run, a file each. Files of other names are left
 * alone.
 *
 * @param folder there already
 * @param spec scripts of other protocols are left alone as well
 */
record CorpusFolder(Path folder, String spec) {
  /** Longer ones were not written by this program. */
  private static final long MOST_BYTES = 1 << 20;

  private static final String NAMES = "corpus-[0-9a-f]{8}\\.trace";

  /**
   * All that are there, in the order of their names.
   *
   * @param complaints is told of each file that cannot be used, and why
   */
  List<Sample> load(Consumer<String> complaints) {
    List<Sample> samples = new ArrayList<>();
    for (Path file : files()) {
      try {
        CorpusFile read = read(file);
        if (RuleCatalogue.find(read.sample().ruleId()).isEmpty()) {
          complaints.accept(file + ": no rule " + read.sample().ruleId());
        } else if (read.spec().equals(spec)) {
          samples.add(read.sample());
        }
      } catch (ReplayFile.Malformed e) {
        complaints.accept(e.getMessage());
      } catch (IOException e) {
        complaints.accept(file + ": cannot be read: " + e.getMessage());
      }
    }
    return samples;
  }

  private CorpusFile read(Path file) throws IOException, ReplayFile.Malformed {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("it has more than " + MOST_BYTES + " bytes");
    }
    return CorpusFile.parse(file.toString(), Files.readString(file));
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(NAMES)).sorted().toList();
    } catch (IOException e) {
      throw CommandFailure.usage("--corpus " + folder + ": cannot be read: " + e.getMessage());
    }
  }

  /** Has these be all of this protocol's: writes what is new, then deletes what is not kept. */
  void keep(List<Sample> samples) {
    Set<String> kept = new HashSet<>();
    for (Sample sample : samples) {
      String text = new CorpusFile(spec, sample).text();
      String name = name(text);
      kept.add(name);
      if (!Files.exists(folder.resolve(name))) {
        new ResultFile("--corpus", folder.resolve(name).toString()).write(text);
      }
    }
    for (Path file : files()) {
      if (!kept.contains(file.getFileName().toString())) {
        deleteOwn(file);
      }
    }
  }

  private void deleteOwn(Path file) {
    try {
      if (read(file).spec().equals(spec)) {
        Files.delete(file);
      }
    } catch (IOException | ReplayFile.Malformed e) {
      // It was complained of when it was loaded, or it can stay until the next run.
      return;
    }
  }

  private static String name(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "corpus-%08x.trace", sum.getValue());
  }
}
