package simul.ci.cli;

import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.Option;
import simul.spec.reference.io.IoModel;
import simul.spec.reference.io.IoModels;
import simul.spec.text.Suggestion;

/** {@code --io-model} and {@code --max-threads}: how a server of ours serves its sockets. */
final class IoModelOptions {
  /** Those that need no more threads for more clients have no use for the other option. */
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  @Option(
      names = "--io-model",
      paramLabel = "NAME",
      defaultValue = "select",
      completionCandidates = Names.class,
      description = {
        "How sockets are served (default: ${DEFAULT-VALUE}); in the lecture's words:",
        "thread: Socket Thread; virtual-thread: the same, on JDK 21 or later",
        "nonblocking: Non-blocking I/O, which takes one core, also when nobody plays",
        "select: select; async-select: WSAAsyncSelect",
        "event-select: WSAEventSelect, 63 sockets a thread",
        "overlapped-event: Overlapped I/O (event), 63 sockets a thread",
        "overlapped-callback: Overlapped I/O (callback)",
        "iocp: I/O Completion Port"
      })
  private String name;

  @Option(
      names = "--max-threads",
      paramLabel = "N",
      description =
          "How many threads thread, virtual-thread, event-select and overlapped-event may have for"
              + " their clients; whoever would need one more is refused (default: no limit).")
  private Integer mostThreads;

  /** The models' names, as completion in a shell wants them. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return IoModels.ids().iterator();
    }
  }

  /** What was asked for. */
  String name() {
    return name;
  }

  /** Whether it is the model that is used where none is asked for. */
  boolean isDefault() {
    return name.equals(IoModels.SELECT.id());
  }

  /** The model that was asked for, checked. */
  IoModel.Factory factory() {
    IoModels model = model(name);
    if (mostThreads != null && mostThreads < 1) {
      throw CommandFailure.usage("--max-threads must be at least 1, but is " + mostThreads);
    }
    if (mostThreads != null && !model.takesThreadsPerClient()) {
      throw CommandFailure.usage(
          "--max-threads " + mostThreads + ": " + name + " has the same threads for any clients");
    }
    try {
      return model.factory(mostThreads == null ? NO_LIMIT : mostThreads);
    } catch (UnsupportedOperationException e) {
      throw CommandFailure.usage("--io-model " + name + ": " + e.getMessage());
    }
  }

  /** A model by its name. */
  static IoModels model(String name) {
    return IoModels.find(name)
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    "--io-model must be one of "
                        + String.join(", ", IoModels.ids())
                        + ", but is "
                        + name
                        + Suggestion.phrase(name, IoModels.ids())));
  }

  /** All models, or those of a list of names, in the order of the lecture. */
  static java.util.List<IoModels> models(java.util.List<String> names) {
    java.util.List<IoModels> wanted = names.stream().map(IoModelOptions::model).toList();
    return Arrays.stream(IoModels.values())
        .filter(model -> wanted.isEmpty() || wanted.contains(model))
        .toList();
  }
}
