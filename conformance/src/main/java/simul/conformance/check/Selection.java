package simul.conformance.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which checks to run, by their IDs. In a pattern {@code *} stands for any characters: {@code
 * FRAME-*}; upper and lower case are alike, and spaces around it do not count.
 *
 * @param only patterns of which one must match; empty means all
 * @param exclude patterns of which none may match
 */
public record Selection(List<String> only, List<String> exclude) {
  /** Every check. */
  public static final Selection ALL = new Selection(List.of(), List.of());

  public Selection {
    only = List.copyOf(only);
    exclude = List.copyOf(exclude);
  }

  /** The selected ones, in their order. */
  public List<Check> of(List<Check> checks) {
    return checks.stream().filter(check -> selects(check.ruleId())).toList();
  }

  /** The patterns that are those of none of these checks, in the order given. */
  public List<String> unmatched(List<Check> checks) {
    return Stream.concat(only.stream(), exclude.stream())
        .filter(pattern -> checks.stream().noneMatch(check -> matches(pattern, check.ruleId())))
        .toList();
  }

  private boolean selects(String id) {
    boolean wanted = only.isEmpty() || only.stream().anyMatch(pattern -> matches(pattern, id));
    return wanted && exclude.stream().noneMatch(pattern -> matches(pattern, id));
  }

  /** Whether such a pattern is that of an ID. */
  public static boolean matches(String pattern, String id) {
    String regex =
        Stream.of(pattern.strip().split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(id).matches();
  }
}
