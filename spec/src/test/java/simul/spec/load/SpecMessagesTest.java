package simul.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import simul.spec.yaml.Problem;

/** What a wrong spec is told: homework3 with one piece of its text changed, and the messages. */
class SpecMessagesTest {
  private static final String UP = "send: MOVE, set: { direction: UP }";
  private static final String SELF = "self: [ { packet: LOGIN, when: first, id: id } ]";
  private static final String ID_X = "{ name: id, type: u8 }, { name: x, type: u8 }";
  private static final String X = "{ name: x, type: u8 }";
  private static final String WRONG_ESCAPE =
      "not YAML: behind this, an escape (\\x, \\u or \\U) has wrong digits";
  private static final String TOO_MANY =
      "id holds at most 255, too little for the IDs of max-clients 257";

  private static Arguments row(String old, String changed, String... messages) {
    return arguments(old, changed, String.join("\n", messages));
  }

  private static Stream<Arguments> shapes() {
    return Stream.of(
        row("spec: 1", "spec: 2", "2:7: spec must be 1, but is '2'"),
        row("spec: 1", "", "3:1: the spec lacks the key spec"),
        row(
            "name: homework3",
            "name: Homework3",
            "3:7: name must be a short name (a-z, 0-9, -), but is 'Homework3'"),
        row("name: homework3", "name: \"a\\n\"", shortName("3:7: ", "'a?'")),
        row("name: homework3", "name: 5", shortName("3:7: ", "'5'")),
        row("name: homework3", "name: {}", shortName("3:7: ", "a mapping")),
        row("name: homework3", "name: " + "n".repeat(50) + "N", shortName("3:7: ", longName())),
        row(
            "title: Multi",
            "title: true #",
            "4:8: title must be one line of text, but is 'true'; write it in quotes"),
        row(
            "title: Multi",
            "title: 2024 #",
            "4:8: title must be one line of text, but is '2024'; write it in quotes"),
        row("title: Multi", "title: #", "4:7: title must be one line of text, but is nothing"),
        row("port: 9000", "port: 0", port("'0'")),
        row("port: 9000", "port: 65536", port("'65536'")),
        row("port: 9000", "port: -1", port("'-1'")),
        row("port: 9000", "port: 99999999999999999999", port("'99999999999999999999'")),
        row("port: 9000", "port: 9000.0", port("'9000.0'")),
        row("port: 9000", "port: '9000'", port("'9000'; write it without quotes")),
        row("port: 9000", "port: many", port("'many'")),
        row("port: 9000", "port: [9000]", port("a list")),
        row("port: 9000", "prot: 9000", "5:1: unknown key prot in the spec; did you mean port?"),
        row("port: 9000", "Port: 9000", "5:1: unknown key Port in the spec; did you mean port?"),
        row("port: 9000", "colour: red", "5:1: unknown key colour in the spec"),
        row("port: 9000", "port: 1\nport: 2", "6:1: key port again; first on line 5"),
        row(
            "port: 9000",
            "encoding: { endian: middle }",
            "5:21: endian must be one of little, big, but is 'middle'"),
        row(
            "counts: whole",
            "counts: hole",
            "9:34: counts must be one of whole, body, but is 'hole'; did you mean whole?"),
        row(
            "type: { field: type }",
            "type: { feild: type }",
            "10:9: type lacks the key field",
            "10:11: unknown key feild in type; did you mean field?"),
        row("values: { UP: 0,", "values: { 1UP: 0, UP: 0,", "17:36: key '1UP' must be a name"),
        row("values: {", "values: { 'a b': 9,", "17:36: key 'a b' must be a name"),
        row(
            "max-clients: 10",
            "maxclients: 10",
            "40:8: world lacks the key max-clients",
            "40:31: unknown key maxclients in world; did you mean max-clients?"),
        row(
            "width: 8",
            "width: 65537",
            "40:17: width must be a whole number in 1..65536, but is '65537'"),
        row(
            "blocked-reply: optional",
            "blocked-reply: off",
            "40:63: blocked-reply must be one of always, never, optional, but is 'off'"),
        row(SELF, "self: []", "35:9: self must have at least 1 item, but has 0"),
        row(SELF, "self: LOGIN", "35:9: self must be a list, but is 'LOGIN'"),
        row(
            SELF,
            SELF.replace("first", "fist"),
            "35:34: when must be one of always, first, later, but is 'fist'; did you mean first?"),
        row(X, ranged("[0]"), "24:67: range must have exactly 2 items, but has 1"),
        row(X, ranged("[0, 1, 2]"), "24:67: range must have exactly 2 items, but has 3"),
        row(X, ranged("[a, 2]"), "24:68: range[0] must be a whole number, but is 'a'"),
        row(
            UP,
            UP.replace("UP", "[]"),
            "31:41: direction must be a number, an enum value, text or a variable, but is a list"));
  }

  private static String shortName(String place, String found) {
    return place + "name must be a short name (a-z, 0-9, -), but is " + found;
  }

  private static String longName() {
    return "'" + "n".repeat(37) + "...'";
  }

  private static String port(String found) {
    return "5:7: port must be a whole number in 1..65535, but is " + found;
  }

  private static String ranged(String range) {
    return "{ name: x, type: u8, range: " + range + " }";
  }

  private static Stream<Arguments> references() {
    return Stream.of(
        row(
            "field: size",
            "field: siez",
            "9:20: length is in field siez, which the header lacks; did you mean size?"),
        row(
            "type: { field: type }",
            "type: { field: size }",
            "10:18: length and type are the same field size"),
        row("UP: 0,", "UP: 256,", "17:40: Direction.UP = 256 does not fit u8 (0..255)"),
        row(
            "u8, values: { UP: 0,",
            "i8, values: { UP: -129,",
            "17:40: Direction.UP = -129 does not fit i8 (-128..127)"),
        row(
            "types:",
            "types:\n  u8: { enum: i8, values: { A: 1 } }",
            "17:7: type u8 is built in and cannot be defined again"),
        row("types:", "types:\n  E: { enum: i8, values: {} }", "17:26: enum E has no values"),
        row("MOVE, type: 1", "MOVE, type: 256", "20:25: type 256 does not fit type, a u8"),
        row("MOVE, type: 1", "MOVE, type: -1", "20:25: type -1 does not fit type, a u8"),
        row(
            "LOGIN, type: 2",
            "LOGIN, type: 1",
            "25:26: type 1 from the server again; first on line 21"),
        row(
            "packets:",
            "packets:\n  - { name: LOGOUT, type: 9, from: client }",
            "27:13: packet LOGOUT again; first on line 20"),
        row(ID_X, ID_X + ", " + X, "24:70: field x again; first on line 24"),
        row(
            "{ name: y, type: u8 }",
            "{ name: y, type: u8 }, { name: size, type: u8 }",
            "24:93: field size again; first in the header"),
        row(
            "{ name: y, type: u8 }",
            "{ name: y, type: u8 }, { name: w, type: int }",
            "24:102: no type int"),
        row(
            "{ name: y, type: u8 }",
            "{ name: y, type: u8 }, { name: w, type: u9 }",
            "24:102: no type u9; did you mean u8?"),
        row(X, ranged("[7, 0]"), "24:67: range of x ends at 0, below its start 7"),
        row(X, ranged("[0, 256]"), "24:71: range of x: 256 does not fit u8 (0..255)"),
        row(X, ranged("[-1, 5]"), "24:68: range of x: -1 does not fit u8 (0..255)"),
        row(
            UP,
            UP.replace("MOVE", "MOV"),
            "31:17: no packet MOV from the client; did you mean MOVE?"),
        row(UP, UP.replace("MOVE", "LOGIN"), "31:17: no packet LOGIN from the client"),
        row(UP, UP.replace("UP", "DOWN"), "32:11: DOWN is sent exactly as UP is"),
        row(UP, UP.replace("UP", "7"), "31:41: direction 7 is no value of Direction"),
        row(UP, UP.replace("UP", "UPP"), "31:41: Direction has no value UPP; did you mean UP?"),
        row(UP, UP.replace("direction", "dir"), "31:35: MOVE has no field dir"),
        row(
            UP,
            UP.replace("direction", "type"),
            "31:36: type is a number, not an enum, so UP names no value"),
        row(UP, UP.replace("direction: UP", "type: 256"), "31:36: type 256 is outside 0..255"),
        row(SELF, SELF.replace("LOGIN", "MOVE"), "35:21: no packet MOVE from the server"),
        row(
            SELF,
            SELF.replace("id: id", "id: di"),
            "35:45: LOGIN has no field di; did you mean id?"),
        row(
            SELF,
            "self: [ { packet: POSITION, id: id, x: x } ]",
            "35:11: a position needs both x and y"),
        row(
            "max-clients: 10",
            "max-clients: 257",
            "35:45: " + TOO_MANY,
            "36:46: " + TOO_MANY,
            "37:39: " + TOO_MANY,
            "38:34: " + TOO_MANY));
  }

  private static Stream<Arguments> yaml() {
    return Stream.of(
        row("spec: 1", "spec: *a", "2:7: aliases (*name) are not part of the spec language"),
        row("spec: 1", "spec: 1\n? [a, b]\n: c", "3:3: a key must be a word"),
        row(
            "spec: 1",
            "spec: [1",
            "3:5: not YAML: while parsing a flow sequence, expected ',' or ']', but got :"),
        row("spec: 1", "spec:\t1: 2", "2:8: not YAML: mapping values are not allowed here"),
        row(
            "spec: 1",
            "---\nspec: 1\n---",
            "4:1: not YAML: expected a single document in the stream, but found another document"),
        row("title: Multi", "title: \"\\UFFFFFFFF\"", "4:6: " + WRONG_ESCAPE),
        row("spec: 1", "spec: 1\n\n \u0007", "4:2: not YAML: character U+0007"),
        row("spec: 1", "spec: \uD800", "2:7: not YAML: character U+D800"));
  }

  @ParameterizedTest
  @MethodSource({"shapes", "references", "yaml"})
  void saysWhereAndWhat(String old, String changed, String messages) {
    assertThat(messagesOf(changed(old, changed))).isEqualTo(messages);
  }

  private static String changed(String old, String changed) {
    String text = SpecLoader.bundled("homework3");
    assertThat(text).contains(old);
    int at = text.indexOf(old);
    return text.substring(0, at) + changed + text.substring(at + old.length());
  }

  /** What a text is told, without {@code file:} and {@code error:}. */
  private static String messagesOf(String text) {
    SpecException told =
        catchThrowableOfType(SpecException.class, () -> SpecLoader.parse("it.yaml", text));
    assertThat(told).as("loads: %s", text).isNotNull();
    StringBuilder messages = new StringBuilder();
    for (String line : told.getMessage().split("\n")) {
      assertThat(line).matches("it\\.yaml:\\d+:\\d+: error: .*");
      messages.append(messages.isEmpty() ? "" : "\n");
      messages.append(line.replaceFirst("^it\\.yaml:", "").replaceFirst(": error", ""));
    }
    return messages.toString();
  }

  @Test
  void saysAllProblemsOfFileAtOnceInItsOrder() {
    String text =
        SpecLoader.bundled("homework3")
            .replace("port: 9000", "prot: 9000")
            .replace("counts: whole", "counts: hole")
            .replace("name: LOGOUT, type: 3", "name: LOGOUT, type: 2")
            .replace("leave: [ { packet: LOGOUT", "leave: [ { packet: LOGOFF")
            .replace("width: 8", "width: none");

    assertThat(messagesOf(text).split("\n"))
        .containsExactly(
            "5:1: unknown key prot in the spec; did you mean port?",
            "9:34: counts must be one of whole, body, but is 'hole'; did you mean whole?",
            "26:27: type 2 from the server again; first on line 25",
            "38:22: no packet LOGOFF from the server; did you mean LOGOUT?",
            "40:17: width must be a whole number in 1..65536, but is 'none'");
  }

  @Test
  void problemsCanBeReadOneByOne() {
    SpecException told =
        catchThrowableOfType(
            SpecException.class, () -> SpecLoader.parse("it.yaml", changed("port: 9000", "x: 1")));

    assertThat(told.problems())
        .containsExactly(
            new Problem("it.yaml", 5, 1, Problem.Severity.ERROR, "unknown key x in the spec"));
  }

  @Test
  void fileThatHoldsNothingIsEmpty() {
    assertThat(Stream.of("", "\n\n", "# only a remark\n"))
        .allSatisfy(text -> assertThat(messagesOf(text)).isEqualTo("1:1: the file is empty"));
  }

  @Test
  void escapeCutOffByTheEndIsTold() {
    assertThat(messagesOf("\"\\x")).isEqualTo("1:1: " + WRONG_ESCAPE);
  }

  @Test
  void fileThatIsNoMappingIsToldTheKeys() {
    String keys =
        "1:1: the spec must be a mapping with the keys [spec, name, title, port, encoding,"
            + " constants, framing, header, types, packets, roles, world], but is ";

    assertThat(messagesOf("a")).isEqualTo(keys + "'a'");
    assertThat(messagesOf("[a]")).isEqualTo(keys + "a list");
  }

  @Test
  void nestingIsBounded() {
    String deepest = "[".repeat(50) + "]".repeat(50);

    assertThat(messagesOf("[" + deepest + "]")).isEqualTo("1:51: nested deeper than 50 levels");
    assertThat(messagesOf(deepest)).startsWith("1:1: the spec must be a mapping");
    assertThat(messagesOf("[".repeat(100_000))).isEqualTo("1:51: nested deeper than 50 levels");
    assertThat(messagesOf("? ".repeat(49) + "a")).startsWith("1:1: the spec lacks the key spec");
  }

  @Test
  void packetLongerThanItsLengthCanSayIsWarnedOf() throws Exception {
    String[] fields = new String[16];
    Arrays.setAll(fields, i -> "{ name: f" + i + ", type: u64 }");
    String packet = "{ name: LONG, type: 9, from: server, fields: [ %s ] }";
    String text = changed("name: size, type: u8", "name: size, type: i8");

    String longer = packet.formatted(String.join(", ", fields));
    String justFits = packet.formatted(String.join(", ", Arrays.copyOf(fields, 15)));

    assertThat(warningsOf(text.replace("packets:", "packets:\n  - " + longer)))
        .containsExactly(
            "f:20:13: warning: LONG is 130 bytes long, more than size, a signed i8, can say (127)");
    assertThat(warningsOf(text.replace("packets:", "packets:\n  - " + justFits))).isEmpty();
  }

  private static List<String> warningsOf(String text) throws SpecException {
    return SpecLoader.check("f", text).warnings().stream().map(Problem::toString).toList();
  }
}
