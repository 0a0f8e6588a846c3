package simul.spec.header;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the headers of Windows and of the C++ library define, as far as a packet may use it; it goes
 * before the first given file. In a file of its own, so that no line number shifts.
 */
public final class Prelude {
  /** C++ text. */
  public static final String TEXT = read();

  /** Types whose width differs between 32-bit and 64-bit Windows; the prelude has the latter. */
  static final Set<String> WIDTH_VARIES =
      Set.of(
          "size_t",
          "ptrdiff_t",
          "intptr_t",
          "uintptr_t",
          "INT_PTR",
          "UINT_PTR",
          "LONG_PTR",
          "ULONG_PTR",
          "DWORD_PTR",
          "SIZE_T",
          "SSIZE_T");

  /** Structs that students like to define themselves. */
  private static final List<String> REPLACEABLE =
      List.of(
          "POINT",
          "RECT",
          "COORD",
          "XMFLOAT2",
          "XMFLOAT3",
          "XMFLOAT4",
          "XMFLOAT4X4",
          "D3DXVECTOR3");

  private Prelude() {}

  private static String read() {
    try (InputStream in = Prelude.class.getResourceAsStream("prelude.h")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("prelude.h", e);
    }
  }

  /** Macros that make the prelude leave out what the files define themselves. */
  public static Map<String, String> switches(List<SourceFile> files) {
    Map<String, String> macros = new LinkedHashMap<>();
    for (String name : REPLACEABLE) {
      Pattern definition =
          Pattern.compile(
              "\\b(struct|class|using)\\s+" + name + "\\b\\s*[{:=]|\\}\\s*" + name + "\\s*[;,]");
      if (files.stream().anyMatch(file -> definition.matcher(file.text()).find())) {
        macros.put("SIMUL_OWN_" + name, "1");
      }
    }
    return macros;
  }
}
