package simul.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonSchemaTest {
  private static final Path FILE =
      Path.of("src", "main", "resources", "protocols", "spec.schema.json");

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonSchema.text());

  static List<String> bundled() {
    return SpecLoader.BUNDLED;
  }

  /** When it is stale: {@code mvn -pl spec test -Dtest=JsonSchemaTest -Dsimul.write=true}. */
  @Test
  void fileSaysWhatTheGrammarSays() throws Exception {
    if (Boolean.getBoolean("simul.write")) {
      Files.writeString(FILE, JsonSchema.text());
    }

    assertThat(Files.readString(FILE)).isEqualTo(JsonSchema.text());
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void acceptsEveryBundledSpec(String name) {
    assertThat(schema.validate(SpecLoader.bundled(name), InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'port: 9000', 'port: 0'",
    "'port: 9000', 'prot: 9000'",
    "'counts: whole', 'counts: hole'",
    "'name: homework3', 'name: Homework3'",
    "'type: 1, from: client', 'type: one, from: client'",
    "'width: 8', 'width: 65537'",
  })
  void refusesDamagedSpec(String old, String changed) {
    String text = SpecLoader.bundled("homework3");
    assertThat(text).contains(old);

    assertThat(schema.validate(text.replace(old, changed), InputFormat.YAML)).isNotEmpty();
  }
}
