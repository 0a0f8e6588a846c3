package simul.ci.iomodel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import simul.spec.source.Call;
import simul.spec.source.SourceFunction;
import simul.spec.source.SourceProgram;

/** Finds the threads that a server starts for each of its clients. */
final class Threads {
  private static final Set<String> STARTERS =
      Set.of(
          "CreateThread",
          "_beginthreadex",
          "_beginthread",
          "AfxBeginThread",
          "pthread_create",
          "QueueUserWorkItem",
          "TrySubmitThreadpoolCallback",
          "async");

  private static final Set<String> TYPES = Set.of("thread", "jthread");
  private static final Set<String> ADDERS =
      Set.of("emplace_back", "emplace", "push_back", "emplace_front");

  private final SourceProgram program;
  private final Set<SourceFunction> receiving = new HashSet<>();
  private final Set<SourceFunction> accepting = new HashSet<>();

  /** Those that accept again and again. */
  private final Set<SourceFunction> looping = new HashSet<>();

  Threads(SourceProgram program) {
    this.program = program;
    for (Call call : program.calls()) {
      Sign sign = Signs.of(call).orElse(null);
      if (sign == Sign.BLOCKING_RECEIVE) {
        receiving.add(call.function());
      } else if (sign == Sign.ACCEPT) {
        accepting.add(call.function());
        if (call.repeated()) {
          looping.add(call.function());
        }
      }
    }
  }

  /** Whether a call starts a thread that receives blockingly, near where clients are accepted. */
  boolean isForClient(Call call) {
    if (!starts(call) || call.handsOver().isEmpty()) {
      return false;
    }
    Set<SourceFunction> thread = program.reachedFrom(call.handsOver());
    boolean receives = thread.stream().anyMatch(receiving::contains);
    // One that accepts itself is no thread of one client.
    boolean accepts = thread.stream().anyMatch(accepting::contains);
    // One that is started before the loop serves all clients together.
    boolean once = looping.contains(call.function()) && !call.repeated();
    return receives && !accepts && !once && isNearAccept(call.function());
  }

  /** Whether the function that starts the thread, or one that leads to it, accepts. */
  private boolean isNearAccept(SourceFunction starter) {
    return accepting.stream()
        .anyMatch(
            function ->
                program.reachedFrom(List.of(function)).contains(starter)
                    || program.reachedFrom(List.of(starter)).contains(function));
  }

  private static boolean starts(Call call) {
    if (call.ofProgram()) {
      return false;
    }
    return switch (call.kind()) {
      case FUNCTION -> STARTERS.contains(call.name()) || TYPES.contains(call.name());
      case CONSTRUCTION -> TYPES.contains(call.name());
      case MEMBER -> ADDERS.contains(call.name()) && call.receiver().contains("thread");
    };
  }
}
