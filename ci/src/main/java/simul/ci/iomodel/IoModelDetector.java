package simul.ci.iomodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simul.spec.header.SourceFile;
import simul.spec.source.Call;
import simul.spec.source.Reach;
import simul.spec.source.SourceFunction;
import simul.spec.source.SourceProgram;

/**
 * Tells the I/O model of a server from its sources. Where a folder holds several programs, those
 * that do not listen are left out: a client's own {@code select} says nothing of the server.
 */
public final class IoModelDetector {
  private static final Set<String> MFC_SOCKETS = Set.of("CAsyncSocket", "CSocket");

  /** A call with what it means. */
  private record Meant(Call call, Sign sign) {}

  private final SourceProgram program;
  private final List<Meant> reached = new ArrayList<>();
  private final List<Meant> unreached = new ArrayList<>();
  private final Set<Sign> signs = EnumSet.noneOf(Sign.class);

  private IoModelDetector(SourceProgram program) {
    this.program = program;
    Set<SourceFunction> others = ofOtherPrograms(program);
    Threads threads = new Threads(program);
    for (Call call : program.calls()) {
      Optional<Sign> sign =
          Signs.of(call)
              .or(() -> ofFramework(call))
              .or(
                  () ->
                      threads.isForClient(call)
                          ? Optional.of(Sign.CLIENT_THREAD)
                          : Optional.empty());
      if (sign.isPresent() && !others.contains(call.function())) {
        Meant meant = new Meant(call, sign.get());
        (call.reach() == Reach.UNREACHED ? unreached : reached).add(meant);
      }
    }
    reached.forEach(each -> signs.add(each.sign()));
  }

  /** Reads sources and reports their I/O model. Whatever the text is, it never throws. */
  public static IoModelReport detect(List<SourceFile> files) {
    return detect(SourceProgram.parse(files));
  }

  /** Reports the I/O model of a program. */
  public static IoModelReport detect(SourceProgram program) {
    return new IoModelDetector(program).report();
  }

  /** Whether a program is a server: it gets to {@code listen} and to an accept of any kind. */
  public static boolean isServer(SourceProgram program) {
    return new IoModelDetector(program).isServer();
  }

  /** The functions that only programs other than the server get to. */
  private static Set<SourceFunction> ofOtherPrograms(SourceProgram program) {
    List<SourceFunction> servers = new ArrayList<>();
    List<SourceFunction> others = new ArrayList<>();
    for (SourceFunction entry : program.entryPoints()) {
      (listens(program, entry) ? servers : others).add(entry);
    }
    if (servers.isEmpty() || others.isEmpty()) {
      return Set.of();
    }
    Set<SourceFunction> left = new HashSet<>(program.reachedFrom(others));
    left.removeAll(program.reachedFrom(servers));
    return left;
  }

  private static boolean listens(SourceProgram program, SourceFunction entry) {
    Set<SourceFunction> functions = program.reachedFrom(List.of(entry));
    return program.calls().stream()
        .filter(call -> functions.contains(call.function()))
        .anyMatch(call -> Signs.of(call).filter(Sign.LISTEN::equals).isPresent());
  }

  /** MFC's sockets wait as WSAAsyncSelect does. */
  private Optional<Sign> ofFramework(Call call) {
    boolean mfc = program.bases().stream().anyMatch(MFC_SOCKETS::contains);
    boolean listens = call.name().equals("Listen") || call.name().equals("AsyncSelect");
    return mfc && listens && !call.ofProgram() ? Optional.of(Sign.ASYNC_SELECT) : Optional.empty();
  }

  private boolean isServer() {
    return has(Sign.LISTEN) && has(Sign.ACCEPT)
        || reached.stream().anyMatch(each -> each.call().name().equals("Listen"));
  }

  private boolean has(Sign sign) {
    return signs.contains(sign);
  }

  private IoModelReport report() {
    Set<IoModel> models = models();
    List<Evidence> evidence = new ArrayList<>();
    reached.forEach(each -> evidence(each, models, evidence));
    for (Meant each : unreached) {
      each.sign()
          .model()
          .filter(model -> each.sign().isDecisive())
          .map(model -> Evidence.of(model, each.sign(), Strength.UNREACHED, each.call()))
          .ifPresent(evidence::add);
    }
    evidence.sort(Comparator.comparing(Evidence::strength));
    return new IoModelReport(
        program.files().stream().map(SourceFile::name).toList(),
        isServer(),
        !program.entryPoints().isEmpty(),
        List.copyOf(models),
        constraint(models, evidence),
        evidence,
        program.remarks());
  }

  private Set<IoModel> models() {
    Set<IoModel> models = EnumSet.noneOf(IoModel.class);
    add(models, IoModel.SOCKET_THREAD, has(Sign.CLIENT_THREAD));
    add(models, IoModel.SELECT, has(Sign.SELECT));
    add(models, IoModel.WSA_ASYNC_SELECT, has(Sign.ASYNC_SELECT));
    add(models, IoModel.WSA_EVENT_SELECT, has(Sign.EVENT_SELECT));
    add(models, IoModel.IO_COMPLETION_PORT, has(Sign.PORT_WAIT));
    boolean callbacks = has(Sign.RECEIVE_ROUTINE) || has(Sign.SEND_ROUTINE);
    add(models, IoModel.OVERLAPPED_CALLBACK, callbacks);
    add(models, IoModel.OVERLAPPED_EVENT, waitsForEvents(callbacks));
    add(models, IoModel.POLL, has(Sign.POLL));
    add(models, IoModel.EPOLL, has(Sign.EPOLL));
    boolean receives = has(Sign.BLOCKING_RECEIVE);
    if (models.isEmpty() && receives) {
      models.add(has(Sign.NON_BLOCKING) ? IoModel.NON_BLOCKING : IoModel.BLOCKING);
    }
    return models;
  }

  private static void add(Set<IoModel> models, IoModel model, boolean used) {
    if (used) {
      models.add(model);
    }
  }

  /**
   * Overlapped calls without a routine also belong to ports; and beside routines they mean less.
   */
  private boolean waitsForEvents(boolean callbacks) {
    if (has(Sign.PORT_WAIT) || has(Sign.PORT_CREATE) || !has(Sign.OVERLAPPED_RECEIVE)) {
      return false;
    }
    return !callbacks || has(Sign.OVERLAPPED_RESULT);
  }

  /** Adds what a call says of the models in use; nothing where it says nothing of any. */
  private void evidence(Meant meant, Set<IoModel> models, List<Evidence> evidence) {
    Sign sign = meant.sign();
    boolean callbacks = models.contains(IoModel.OVERLAPPED_CALLBACK);
    if (sign == Sign.ACCEPT && callbacks && isBlockingAccept(meant.call())) {
      sign = Sign.ACCEPT_AS_WAIT;
    }
    Optional<IoModel> model = sign.model();
    if (sign == Sign.OVERLAPPED_RECEIVE || sign == Sign.OVERLAPPED_SEND) {
      boolean port = models.contains(IoModel.IO_COMPLETION_PORT);
      model = port ? Optional.of(IoModel.IO_COMPLETION_PORT) : model;
    } else if (sign == Sign.EVENT_WAIT && models.contains(IoModel.WSA_EVENT_SELECT)) {
      model = Optional.of(IoModel.WSA_EVENT_SELECT);
    } else if (sign == Sign.BLOCKING_RECEIVE || sign == Sign.BLOCKING_SEND) {
      // What a thread, select and the like lead to: the model's own, unless it is overlapped.
      model = models.stream().filter(each -> receivesPlainly(each)).findFirst().or(sign::model);
    }
    if (model.isEmpty()) {
      return;
    }
    boolean used = models.contains(model.get());
    boolean own = model.equals(sign.model());
    Strength strength = used && own && sign.isDecisive() ? Strength.DECISIVE : Strength.SUPPORTING;
    if (used || sign.isDecisive()) {
      evidence.add(Evidence.of(model.get(), sign, strength, meant.call()));
    }
  }

  private static boolean receivesPlainly(IoModel model) {
    return switch (model) {
      case OVERLAPPED_CALLBACK, OVERLAPPED_EVENT, IO_COMPLETION_PORT -> false;
      default -> true;
    };
  }

  private boolean isBlockingAccept(Call call) {
    return !call.name().equals("AcceptEx") && !has(Sign.NON_BLOCKING) && !has(Sign.SELECT);
  }

  private Constraint constraint(Set<IoModel> models, List<Evidence> evidence) {
    if (!isServer()) {
      return Constraint.NO_SERVER;
    }
    if (models.contains(IoModel.OVERLAPPED_CALLBACK)) {
      return ofCallbacks(models);
    }
    if (!models.isEmpty()) {
      return Constraint.OTHER_MODEL;
    }
    boolean unused = evidence.stream().anyMatch(each -> each.strength() == Strength.UNREACHED);
    return unused ? Constraint.ONLY_UNREACHED : Constraint.NOTHING_FOUND;
  }

  private Constraint ofCallbacks(Set<IoModel> models) {
    boolean waits = has(Sign.ALERTABLE_WAIT) || has(Sign.PERHAPS_ALERTABLE_WAIT);
    boolean accepts =
        reached.stream()
            .anyMatch(each -> each.sign() == Sign.ACCEPT && isBlockingAccept(each.call()));
    if (!waits && !accepts) {
      return Constraint.NEVER_COMPLETES;
    }
    if (models.size() > 1) {
      return Constraint.MIXED;
    }
    if (!has(Sign.RECEIVE_ROUTINE)) {
      return Constraint.ONLY_SENDS;
    }
    return waits ? Constraint.CALLBACKS : Constraint.CALLBACKS_IN_ACCEPT;
  }
}
