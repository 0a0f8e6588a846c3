package simul.spec.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import simul.spec.header.Place;

/**
 * What is known of a function, or of what stands outside of all functions, while files are being
 * read. A class has one as well, for its members: whoever makes an object runs their initializers.
 */
final class Draft {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  /** What a draft is of. */
  enum Kind {
    FUNCTION,
    LAMBDA,
    CLASS,
    FILE
  }

  /**
   * A name that stands in a body.
   *
   * @param qualifier the scope before it; {@code "::"} for the global one, {@code ""} for none
   * @param member whether it follows {@code .} or {@code ->}
   * @param assumed whether it stands where the parser did not follow
   */
  record Mention(String qualifier, String name, boolean member, boolean assumed) {}

  /** An argument before its names are known. */
  record DraftArgument(
      Argument.Kind kind, String text, String qualifier, String name, OptionalLong value) {}

  /**
   * A call before its names are known.
   *
   * @param lambdas that stand in its arguments
   * @param repeated whether it stands in a loop of its function
   * @param dead whether it stands behind a condition that never holds
   */
  record DraftCall(
      Mention callee,
      Call.Kind kind,
      String receiver,
      List<DraftArgument> arguments,
      List<List<Draft>> lambdas,
      Place place,
      String text,
      Optional<String> macro,
      boolean repeated,
      boolean dead) {}

  final Kind kind;
  final String scope;
  final String name;
  final Place place;

  /** The function around a lambda or a class; null for none. */
  final Draft around;

  /** The files, by number, whose units have it. */
  final Set<Integer> units = new HashSet<>();

  final Set<Mention> mentions = new LinkedHashSet<>();
  final List<DraftCall> calls = new ArrayList<>();
  final List<Draft> inner = new ArrayList<>();

  /** The names of its parameters, in order. */
  final List<String> parameters = new ArrayList<>();

  /** The loops around what is being read. */
  int loops;

  final List<String> bases = new ArrayList<>();

  Draft(Kind kind, String scope, String name, Place place, Draft around) {
    this.kind = kind;
    this.scope = scope;
    this.name = name;
    this.place = place;
    this.around = around;
  }

  /** Takes note of all words of a text that the parser did not follow. */
  void mentionAll(String text) {
    WORD.matcher(text)
        .results()
        .forEach(word -> mentions.add(new Mention("", word.group(), false, true)));
  }

  /** The last part of its scope: for a member, its class. */
  String owner() {
    return scope.substring(scope.lastIndexOf(':') + 1);
  }

  /** Whether it is what only a call or a mention brings to life. */
  boolean isFunction() {
    return kind == Kind.FUNCTION || kind == Kind.LAMBDA;
  }
}
