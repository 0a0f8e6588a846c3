package simul.ci.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a CSV text, as Excel writes them: commas, semicolons or tabs, whichever the first line
 * has most of; quotes around what holds one of them, and doubled within.
 */
final class CsvReader {
  private static final String SEPARATORS = ",;\t";

  /** One row. */
  record Row(int line, List<String> cells) {
    String cell(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
    }

    boolean isEmpty() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  private final String text;
  private final char separator;
  private final List<Row> rows = new ArrayList<>();
  private List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private int line = 1;
  private int firstLine = 1;

  private CsvReader(String text) {
    this.text = text;
    this.separator = separator(text.lines().findFirst().orElse(""));
  }

  /** All rows that are not empty. */
  static List<Row> read(String text) {
    CsvReader reader = new CsvReader(text.replace("\r\n", "\n").replace('\r', '\n'));
    reader.read();
    return reader.rows.stream().filter(row -> !row.isEmpty()).toList();
  }

  private static char separator(String header) {
    char best = ',';
    long most = 0;
    for (char c : SEPARATORS.toCharArray()) {
      long count = header.chars().filter(other -> other == c).count();
      if (count > most) {
        most = count;
        best = c;
      }
    }
    return best;
  }

  private void read() {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDoubled = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
      if (isDoubled) {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == separator) {
        endCell();
      } else if (!quoted && c == '\n') {
        endRow();
      } else {
        cell.append(c);
      }
      if (c == '\n') {
        line++;
        firstLine = quoted ? firstLine : line;
      }
    }
    endRow();
  }

  private void endCell() {
    cells.add(cell.toString());
    cell.setLength(0);
  }

  private void endRow() {
    endCell();
    rows.add(new Row(firstLine, cells));
    cells = new ArrayList<>();
  }
}
