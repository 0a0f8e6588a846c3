package simul.ci.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import simul.ci.grade.Findings;

/**
 * Grades many submissions, each by a program of its own, so that what one does to its tester is
 * nobody else's. Those that were graded before are not graded again. Any thread may stop it.
 */
public final class ClassGrading {
  /** All of a submission's checks, bots and streams, three times over, on a slow server. */
  private static final long LONGEST_MINUTES = 40;

  private final Path out;
  private final int jobs;
  private final Worker worker;
  private final Listener listener;
  private final Set<Process> running = new HashSet<>();
  private boolean stopped;

  /** How one submission is graded by a program of its own. */
  @FunctionalInterface
  public interface Worker {
    /** The words of the program that grades it into a folder. */
    List<String> words(Path submission, Path folder, int place);
  }

  /** Hears of each submission when it is done; calls come one at a time. */
  public interface Listener {
    /**
     * A submission is graded.
     *
     * @param again whether it was before, and was left as it is
     */
    void graded(Entry entry, boolean again);

    /** A submission could not be graded, through no fault of its own. */
    void failed(Entry entry, String reason);
  }

  /**
   * A submission and where its files are.
   *
   * @param findings what was found, once that is known
   */
  public record Entry(Path submission, Path folder, Optional<Findings> findings) {}

  /**
   * A grading to come.
   *
   * @param out the folder that has a folder for each submission
   * @param jobs how many at a time
   */
  public ClassGrading(Path out, int jobs, Worker worker, Listener listener) {
    this.out = out;
    this.jobs = jobs;
    this.worker = worker;
    this.listener = listener;
  }

  /** Grades all; what was known when it was stopped is in the entries. */
  public List<Entry> run(List<Path> submissions) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path submission : submissions) {
      entries.add(
          new Entry(submission, out.resolve(folderName(submission, names)), Optional.empty()));
    }
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < jobs; place++) {
      places.add(place);
    }
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      for (int i = 0; i < entries.size(); i++) {
        int index = i;
        workers.execute(() -> entries.set(index, grade(entries.get(index), places)));
      }
      workers.shutdown();
      boolean done = workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      assert done;
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
    } finally {
      workers.shutdownNow();
    }
    return entries;
  }

  /** Ends what runs; nothing more is begun. */
  public synchronized void stop() {
    stopped = true;
    running.forEach(Process::destroy);
  }

  /** A folder's name that every file system takes, and no other submission has. */
  private static String folderName(Path submission, Set<String> taken) {
    String name =
        Normalizer.normalize(submission.getFileName().toString(), Normalizer.Form.NFC)
            .replaceFirst("(?i)\\.(zip|7z|rar|tar|gz|tgz|exe|jar)$", "")
            .replaceAll("[^\\p{L}\\p{N}._ \\[\\]()-]", "_")
            .strip();
    String plain = name.isEmpty() || name.startsWith(".") ? "submission" + name : name;
    String unique = plain;
    for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
      unique = plain + "-" + i;
    }
    return unique;
  }

  private Entry grade(Entry entry, List<Integer> places) {
    int place;
    synchronized (this) {
      if (stopped) {
        return entry;
      }
      place = places.remove(0);
    }
    try {
      Optional<Findings> before = GradedFiles.findings(entry.folder());
      if (before.isPresent()) {
        return told(new Entry(entry.submission(), entry.folder(), before), true);
      }
      Files.createDirectories(entry.folder());
      String reason = work(entry, place);
      Optional<Findings> findings = GradedFiles.findings(entry.folder());
      if (findings.isEmpty()) {
        return failed(entry, reason);
      }
      return told(new Entry(entry.submission(), entry.folder(), findings), false);
    } catch (IOException e) {
      return failed(entry, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return entry;
    } finally {
      synchronized (this) {
        places.add(place);
      }
    }
  }

  private synchronized Entry told(Entry entry, boolean again) {
    listener.graded(entry, again);
    return entry;
  }

  private synchronized Entry failed(Entry entry, String reason) {
    if (!stopped) {
      listener.failed(entry, reason);
    }
    return entry;
  }

  /** Runs the program that grades one; what it had to say when it did not end well. */
  private String work(Entry entry, int place) throws IOException, InterruptedException {
    Path log = entry.folder().resolve("grade.log");
    ProcessBuilder builder =
        new ProcessBuilder(worker.words(entry.submission(), entry.folder(), place))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Process process;
    synchronized (this) {
      if (stopped) {
        return "the grading was stopped";
      }
      process = builder.start();
      running.add(process);
    }
    process.getOutputStream().close();
    try {
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        return "it took longer than " + LONGEST_MINUTES + " minutes";
      }
    } finally {
      process.destroy();
      synchronized (this) {
        running.remove(process);
      }
    }
    return lastLine(log).orElse("its tester ended with status " + process.exitValue());
  }

  private static Optional<String> lastLine(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.UTF_8);
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
  }
}
