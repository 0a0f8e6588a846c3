package simul.spec.export;

import simul.spec.load.SpecException;
import simul.spec.load.SpecLoader;
import simul.spec.model.Spec;

/** Specs for tests. */
final class Specs {
  /**
   * Everything that the bundled specs lack: names that other languages refuse, counted arrays, ...
   */
  static final String ODD =
      """
      spec: 1
      name: odd
      title: 이상한 "protocol" \\ with /* and */ in it \\
      encoding: { pack: 4 }
      framing:
        length: { field: int }
        type: { field: type }
      header: [ { name: int, type: u16 }, { name: type, type: Kind } ]
      types:
        Kind: { enum: i16, values: { class: -5, LOGIN: 1, AT: 2, MANY: 3, TEXTS: 4, Gone: 5 } }
        Inner: { struct: [ { name: a, type: u8 }, { name: b, type: u64 } ], pack: 2 }
        Outer:
          struct:
            - { name: Inner, type: Inner }
            - { name: inners, type: Inner, count: 2 }
            - { name: 자리, type: u8, count: 3 }
            - { name: word, type: char, count: 3 }
      packets:
        - { name: new, type: -5, from: client, fields: [ { name: way, type: dec1 }, { name: delete, type: wchar, count: 4 } ] }
        - { name: LOGIN, type: 1, from: server, fields: [ { name: id, type: u8 }, { name: at, type: f64 } ] }
        - { name: AT, type: 2, from: server, fields: [ { name: id, type: u8 }, { name: x, type: i64, range: [ 0, 7 ] }, { name: y, type: u64 }, { name: outer, type: Outer } ] }
        - { name: MANY, type: 3, from: server, fields: [ { name: count, type: u16, range: [ 0, 20 ] }, { name: outers, type: Outer, count: count } ] }
        - { name: TEXTS, type: 4, from: server, fields: [ { name: flag, type: u8 }, { name: digits, type: dec3, count: rest } ] }
        - { name: 떠남, type: 5, from: server, fields: [ { name: id, type: u8 } ] }
      roles:
        move:
          UP: { send: new, set: { way: 1, delete: "a\\"$n" } }
          DOWN: { send: new, set: { way: 2 } }
          LEFT: { send: new, set: { way: 3 } }
          RIGHT: { send: new, set: { way: 4 } }
        self: [ { packet: LOGIN, id: id } ]
        position: [ { packet: AT, id: id, x: x, y: y } ]
        leave: [ { packet: 떠남, id: id } ]
      world: { width: 8, height: 8, max-clients: 10 }
      """;

  private Specs() {}

  static Spec bundled(String name) {
    try {
      return SpecLoader.load(name);
    } catch (SpecException e) {
      throw new IllegalStateException(name, e);
    }
  }

  static Spec parse(String text) {
    try {
      return SpecLoader.parse("test.yaml", text);
    } catch (SpecException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  static Spec odd() {
    return parse(ODD);
  }
}
