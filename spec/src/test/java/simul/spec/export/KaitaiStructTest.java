package simul.spec.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import simul.spec.model.Sender;
import simul.spec.model.Spec;

class KaitaiStructTest {

  @Test
  void homework3FromTheServerIsHeaderThenBodyByType() throws Exception {
    Golden.check(
        "homework3_server.ksy", KaitaiStruct.of(Specs.bundled("homework3"), Sender.SERVER));
  }

  @ParameterizedTest
  @FieldSource("simul.spec.load.SpecLoader#BUNDLED")
  void bothDirectionsAreWellFormedAndNameOnlyTypesThatAreThere(String name) {
    check(Specs.bundled(name));
  }

  @Test
  void namesThatAreNoneInKaitaiAreChanged() {
    check(Specs.odd());

    assertThat(KaitaiStruct.of(Specs.odd(), Sender.SERVER)).contains("5: ub5a0ub0a8");
  }

  private static void check(Spec spec) {
    for (Sender sender : Sender.values()) {
      Map<?, ?> document = (Map<?, ?>) load(KaitaiStruct.of(spec, sender));
      List<String> named = new ArrayList<>();
      List<String> ids = new ArrayList<>();
      collect(document, named, ids);

      assertThat(document.get("meta")).isInstanceOf(Map.class);
      assertThat(ids).allMatch(id -> id.matches("[a-z][a-z0-9_]*"));
      assertThat(named)
          .isNotEmpty()
          .allMatch(
              type ->
                  ((Map<?, ?>) document.get("types")).containsKey(type)
                      || type.matches("[us][1248]|f[48]|str"));
    }
  }

  private static Object load(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  /** All types that are named somewhere, and all names that are given. */
  private static void collect(Object value, List<String> named, List<String> ids) {
    if (value instanceof Map<?, ?> map) {
      if (map.get("id") instanceof String id) {
        ids.add(id);
      }
      if (map.get("type") instanceof String type) {
        named.add(type);
      }
      if (map.get("cases") instanceof Map<?, ?> cases) {
        cases.values().forEach(type -> named.add((String) type));
      }
      map.values().forEach(inner -> collect(inner, named, ids));
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> collect(inner, named, ids));
    }
  }

  @ParameterizedTest
  @EnumSource(Sender.class)
  void fileOfBothDirectionsHasOneDocumentEach(Sender sender) {
    Spec spec = Specs.bundled("one-byte");
    List<Object> documents = new ArrayList<>();
    new Load(LoadSettings.builder().build())
        .loadAllFromString(KaitaiStruct.of(spec))
        .forEach(documents::add);

    assertThat(documents).hasSize(2);
    assertThat(documents.get(sender.ordinal())).isEqualTo(load(KaitaiStruct.of(spec, sender)));
  }

  @Test
  void saysWhatItCannotExpress() {
    assertThat(KaitaiStruct.of(Specs.bundled("text"), Sender.SERVER))
        .contains("cannot choose between packets that nothing but their constants tells apart")
        .contains("only YOU is in the stream");
  }
}
