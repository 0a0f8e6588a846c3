package simul.spec.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import simul.spec.source.Draft.DraftArgument;
import simul.spec.source.Draft.DraftCall;
import simul.spec.source.Draft.Mention;

/** Makes calls of drafted ones, now that all names are known. */
final class CallResolver {
  /** What Windows' extensions of sockets are called; a program asks for pointers to them. */
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "LPFN_ACCEPTEX", "AcceptEx",
          "LPFN_CONNECTEX", "ConnectEx",
          "LPFN_DISCONNECTEX", "DisconnectEx",
          "LPFN_GETACCEPTEXSOCKADDRS", "GetAcceptExSockaddrs",
          "LPFN_TRANSMITFILE", "TransmitFile");

  /** A wrapper of a wrapper of a wrapper; and an end where functions call each other. */
  private static final int MOST_PARAMETERS = 3;

  /** A call, and where it stands. */
  private record Use(DraftCall call, Draft in) {}

  private final Drafts drafts;
  private final Lookup lookup;
  private final CallGraph graph;
  private final Map<Draft, SourceFunction> functions;
  private Map<Draft, List<Use>> uses;

  CallResolver(
      Drafts drafts, Lookup lookup, CallGraph graph, Map<Draft, SourceFunction> functions) {
    this.drafts = drafts;
    this.lookup = lookup;
    this.graph = graph;
    this.functions = functions;
  }

  List<Call> calls(Draft draft) {
    Map<String, Call> calls = new LinkedHashMap<>();
    for (DraftCall each : draft.calls) {
      Call call = call(each, draft);
      // A header's variables are met in every unit.
      calls.putIfAbsent(call.place() + call.name() + call.text(), call);
    }
    return List.copyOf(calls.values());
  }

  private Call call(DraftCall call, Draft in) {
    Mention callee = call.callee();
    String name = callee.name();
    boolean ofProgram =
        call.kind() == Call.Kind.CONSTRUCTION
            ? !lookup.classes(name).isEmpty()
            : !lookup.find(callee, in).isEmpty();
    Call.Kind kind = call.kind();
    if (!ofProgram && kind != Call.Kind.CONSTRUCTION) {
      String pointed = pointedTo(name);
      kind = pointed.equals(name) ? kind : Call.Kind.FUNCTION;
      name = pointed;
    }
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      // Who gives what to a parameter matters where it leaves the program, and takes time.
      arguments.add(
          argument(
              call.arguments().get(i), call.lambdas().get(i), in, ofProgram ? MOST_PARAMETERS : 0));
    }
    return new Call(
        name,
        kind,
        receiver(call.receiver()),
        arguments,
        functions.get(in),
        call.dead() ? Reach.UNREACHED : graph.reach(in),
        call.place(),
        call.text(),
        call.macro(),
        call.repeated(),
        ofProgram);
  }

  /** What a function pointer stands for, or the name itself. */
  private String pointedTo(String name) {
    Drafts.Variable variable = drafts.variables().get(name);
    if (variable == null) {
      return name;
    }
    String type = variable.type().substring(variable.type().lastIndexOf(' ') + 1);
    String extension = EXTENSIONS.get(type);
    if (extension != null) {
      return extension;
    }
    String initial = variable.initializer();
    boolean function = !initial.isEmpty() && !drafts.variables().containsKey(initial);
    return function ? initial : name;
  }

  private String receiver(String owner) {
    Drafts.Variable variable = drafts.variables().get(owner);
    return variable == null ? "" : variable.type();
  }

  private Argument argument(
      DraftArgument argument, List<Draft> lambdas, Draft in, int parametersBehind) {
    List<Draft> meant = new ArrayList<>(lambdas);
    Argument.Kind kind = argument.kind();
    OptionalLong value = argument.value();
    int parameter = kind == Argument.Kind.NAME ? in.parameters.indexOf(argument.name()) : -1;
    if (parameter >= 0 && parametersBehind < MOST_PARAMETERS) {
      return parameter(argument, in, parameter, parametersBehind + 1);
    }
    if (!argument.name().isEmpty()) {
      meant.addAll(
          lookup.find(new Mention(argument.qualifier(), argument.name(), false, false), in));
      if (meant.isEmpty() && kind == Argument.Kind.NAME) {
        value = drafts.constant(argument.name());
        kind = value.isPresent() ? Argument.Kind.CONSTANT : kind;
      } else if (!meant.isEmpty()) {
        kind = Argument.Kind.FUNCTION;
      }
    }
    List<SourceFunction> handed = meant.stream().map(functions::get).toList();
    return new Argument(kind, argument.text(), argument.name(), value, handed);
  }

  /** What those who call a function give for its parameter, where all give the same. */
  private Argument parameter(
      DraftArgument argument, Draft function, int index, int parametersBehind) {
    Set<OptionalLong> values = new HashSet<>();
    Set<SourceFunction> handed = new LinkedHashSet<>();
    for (Use use : uses().getOrDefault(function, List.of())) {
      if (index >= use.call().arguments().size()) {
        values.add(OptionalLong.empty());
        continue;
      }
      Argument given =
          argument(
              use.call().arguments().get(index),
              use.call().lambdas().get(index),
              use.in(),
              parametersBehind);
      values.add(given.value());
      handed.addAll(given.functions());
    }
    OptionalLong value = values.size() == 1 ? values.iterator().next() : OptionalLong.empty();
    Argument.Kind kind = value.isPresent() ? Argument.Kind.CONSTANT : Argument.Kind.NAME;
    return new Argument(kind, argument.text(), argument.name(), value, List.copyOf(handed));
  }

  /** Which calls that the program gets to call which of its functions. */
  private Map<Draft, List<Use>> uses() {
    if (uses == null) {
      uses = new HashMap<>();
      for (Draft in : functions.keySet()) {
        for (DraftCall call : in.calls) {
          if (!call.dead() && graph.reach(in) != Reach.UNREACHED) {
            lookup
                .find(call.callee(), in)
                .forEach(
                    to ->
                        uses.computeIfAbsent(to, key -> new ArrayList<>()).add(new Use(call, in)));
          }
        }
      }
    }
    return uses;
  }
}
