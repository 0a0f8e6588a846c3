package simul.spec.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import simul.spec.header.Samples.Sample;

class SourceFileTest {
  private static final byte[] NO_MARK = {};
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] BIG_MARK = {(byte) 0xFE, (byte) 0xFF};

  /** An encoding in which an editor may save a header. */
  private record Encoding(String name, byte[] mark, Charset charset) {
    byte[] encode(String text) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(mark);
      bytes.writeBytes(text.getBytes(charset));
      return bytes.toByteArray();
    }
  }

  private static final List<Encoding> ENCODINGS =
      List.of(
          new Encoding("CP949", NO_MARK, Charset.forName("MS949")),
          new Encoding("UTF-8", NO_MARK, StandardCharsets.UTF_8),
          new Encoding("UTF-8 with mark", UTF_8_MARK, StandardCharsets.UTF_8),
          new Encoding("UTF-16 little-endian", NO_MARK, StandardCharsets.UTF_16LE),
          new Encoding("UTF-16 little-endian with mark", LITTLE_MARK, StandardCharsets.UTF_16LE),
          new Encoding("UTF-16 big-endian", NO_MARK, StandardCharsets.UTF_16BE),
          new Encoding("UTF-16 big-endian with mark", BIG_MARK, StandardCharsets.UTF_16BE));

  @TestFactory
  Stream<DynamicTest> everySampleIsDecodedFromEveryEncoding() {
    return ENCODINGS.stream()
        .map(encoding -> DynamicTest.dynamicTest(encoding.name(), () -> decodesSamples(encoding)));
  }

  private static void decodesSamples(Encoding encoding) {
    for (Sample sample : Samples.all()) {
      for (SourceFile file : sample.files()) {
        byte[] bytes = encoding.encode(file.text().replace("\n", "\r\n"));

        assertThat(SourceFile.decode(file.name(), bytes)).isEqualTo(file);
      }
    }
  }

  @Test
  void structsOfKoreanNameAreReadFromCp949() {
    byte[] bytes = ENCODINGS.get(0).encode(Samples.named("utf8-comments.h").files().get(0).text());

    Header header = HeaderReader.read(List.of(SourceFile.decode("protocol.h", bytes)));

    assertThat(header.struct("이동").orElseThrow().members())
        .extracting(Member::name)
        .containsExactly("크기", "종류", "방향");
  }

  @Test
  void bytesOfNoEncodingAreDecodedAllTheSame() {
    byte[] bytes = {'i', 'n', 't', ' ', (byte) 0xFF, (byte) 0xFF, '\n'};

    assertThat(SourceFile.decode("protocol.h", bytes).text()).startsWith("int ").endsWith("\n");
    assertThat(SourceFile.decode("protocol.h", new byte[0]).text()).isEmpty();
  }

  @Test
  void lineEndsOfAllSystemsCountTheSame() {
    SourceFile file = new SourceFile("protocol.h", "a\r\nb\rc\nd");

    assertThat(file.text()).isEqualTo("a\nb\nc\nd");
  }

  @Test
  void fileIsLoadedUnderItsPath(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("protocol.h");
    Files.write(path, ENCODINGS.get(0).encode("// 규약"));

    assertThat(SourceFile.load(path)).isEqualTo(new SourceFile(path.toString(), "// 규약"));
  }

  @Test
  void fileBeyondAnyHeaderIsNotLoaded(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("protocol.h");
    Files.write(path, new byte[1048577]);

    assertThatThrownBy(() -> SourceFile.load(path))
        .isInstanceOf(IOException.class)
        .hasMessage(path + ": 1048577 bytes, more than 1048576");
  }
}
