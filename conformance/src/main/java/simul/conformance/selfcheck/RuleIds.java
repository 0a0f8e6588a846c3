package simul.conformance.selfcheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rule IDs in few words: {@code FRAME-001..005, FRAME-009, JOIN-002}. Pure. */
final class RuleIds {
  private RuleIds() {}

  /**
   * The IDs, runs of consecutive numbers drawn together.
   *
   * @param ids in order
   */
  static String text(Collection<String> ids) {
    List<String> runs = new ArrayList<>();
    String first = null;
    String last = null;
    for (String id : ids) {
      if (last != null && follows(last, id)) {
        last = id;
      } else {
        addRun(runs, first, last);
        first = id;
        last = id;
      }
    }
    addRun(runs, first, last);
    return String.join(", ", runs);
  }

  private static void addRun(List<String> runs, String first, String last) {
    if (first == null) {
      return;
    }
    if (first.equals(last)) {
      runs.add(first);
    } else if (follows(first, last)) {
      runs.add(first);
      runs.add(last);
    } else {
      runs.add(first + ".." + last.substring(last.lastIndexOf('-') + 1));
    }
  }

  private static boolean follows(String before, String after) {
    return area(before).equals(area(after)) && number(after) == number(before) + 1;
  }

  /** The part of an ID before its number; all of it where there is none. */
  static String area(String id) {
    int dash = id.lastIndexOf('-');
    return dash < 0 ? id : id.substring(0, dash);
  }

  private static int number(String id) {
    String digits = id.substring(id.lastIndexOf('-') + 1);
    return digits.chars().allMatch(Character::isDigit) ? Integer.parseInt(digits) : -1;
  }
}
