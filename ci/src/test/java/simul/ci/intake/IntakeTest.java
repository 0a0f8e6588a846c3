package simul.ci.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTest {
  @TempDir private Path temporary;

  private Submission take(ZipBytes zip) throws IOException, IntakeRefused {
    return take(zip.bytes(), IntakeLimits.forCourse());
  }

  private Submission take(byte[] bytes, IntakeLimits limits) throws IOException, IntakeRefused {
    Path archive = Files.write(temporary.resolve("in.zip"), bytes);
    return new Intake(limits).take(archive, temporary.resolve("out"));
  }

  /** All files below the output folder. */
  private List<String> files() throws IOException {
    Path out = temporary.resolve("out");
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> out.toAbsolutePath().relativize(file.toAbsolutePath()).toString())
          .sorted()
          .toList();
    }
  }

  private static List<String> texts(List<Remark> remarks) {
    return remarks.stream().map(Remark::text).toList();
  }

  /** A JVM in a locale without Hangul cannot name such files; then names are changed. */
  private static void assumeHangulInNames() {
    assumeTrue(
        System.getProperty("sun.jnu.encoding", "").startsWith("UTF"),
        "file names are not in UTF-8 here");
  }

  static Stream<Arguments> encodedNames() {
    byte[] cp949 = "서버/서버.cpp".getBytes(ZipBytes.CP949);
    byte[] utf8 = "서버/서버.cpp".getBytes(UTF_8);
    byte[] parts = Normalizer.normalize("서버/서버.cpp", Normalizer.Form.NFD).getBytes(UTF_8);
    byte[] question = "??/??.cpp".getBytes(UTF_8);
    Consumer<ZipBytes.Entry> nothing = entry -> {};
    return Stream.of(
        arguments("CP949, undeclared", cp949, nothing),
        arguments("UTF-8, undeclared", utf8, nothing),
        arguments("UTF-8, flagged", utf8, with(e -> e.flags(ZipBytes.UTF_8_FLAG))),
        arguments("CP949, flagged as UTF-8", cp949, with(e -> e.flags(ZipBytes.UTF_8_FLAG))),
        arguments("a Mac's", parts, nothing),
        arguments(
            "a Unicode extra field",
            question,
            with(e -> e.extra(ZipBytes.unicodePath(question, "서버/서버.cpp")))),
        arguments(
            "a Unicode extra field for another name",
            cp949,
            with(e -> e.extra(ZipBytes.unicodePath(question, "other.cpp")))));
  }

  private static Consumer<ZipBytes.Entry> with(Consumer<ZipBytes.Entry> change) {
    return change;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodedNames")
  void readsKoreanNames(String encoding, byte[] name, Consumer<ZipBytes.Entry> change)
      throws Exception {
    assumeHangulInNames();
    ZipBytes zip = new ZipBytes();
    change.accept(zip.add(name, "int x;".getBytes(UTF_8)));

    Submission submission = take(zip);

    assertThat(files()).containsExactly("서버/서버.cpp");
    assertThat(submission.refused()).isEmpty();
  }

  static Stream<Arguments> unsafeNames() {
    return Stream.of(
        arguments("../evil.txt", "leaves its folder"),
        arguments("a/../../evil.txt", "leaves its folder"),
        arguments("a\\..\\..\\evil.txt", "leaves its folder"),
        arguments("/etc/evil.txt", "is an absolute path"),
        arguments("\\\\host\\share\\evil.txt", "is an absolute path"),
        arguments("C:evil.txt", "names a drive"),
        arguments("c:\\evil.txt", "names a drive"),
        arguments("a/b.txt:stream", "has a colon in its name, which is a stream's on Windows"),
        arguments("a\0b.txt", "has a control character in its name"),
        arguments("a\033[2Jb.txt", "has a control character in its name"),
        arguments("a/NUL", "has the name of a device on Windows"),
        arguments("a/com1.txt", "has the name of a device on Windows"),
        arguments("a/b. /c.txt", "has a name that ends in a dot or a space, which Windows drops"),
        arguments("x".repeat(256), "has a name of 256 bytes, more than 255"),
        arguments("d/".repeat(32) + "f", "lies 33 folders deep, more than 32"),
        arguments("dir/".repeat(100) + "f", "has a path of 401 characters, more than 400"),
        arguments("./.", "has an empty name"));
  }

  @ParameterizedTest
  @MethodSource("unsafeNames")
  void refusesUnsafeNameAndTakesTheRest(String name, String reason) throws Exception {
    ZipBytes zip = new ZipBytes();
    zip.add(name, "evil");
    zip.add("good.txt", "good");

    Submission submission = take(zip);

    assertThat(submission.refused()).containsExactly(new Remark(name, reason));
    assertThat(files()).containsExactly("good.txt");
  }

  static Stream<Arguments> unsafeEntries() {
    return Stream.of(
        arguments(with(e -> e.mode(0120777)), "is a symbolic link"),
        arguments(with(e -> e.mode(0020666)), "is no ordinary file"),
        arguments(with(e -> e.mode(0010666)), "is no ordinary file"),
        arguments(with(e -> e.flags(1)), "is encrypted"),
        arguments(with(e -> e.method(99)), "is packed by method 99, not stored or deflated"),
        arguments(with(ZipBytes.Entry::wrongCrc), "is damaged: its checksum is wrong"),
        arguments(with(e -> e.deflated().wrongCrc()), "is damaged: its checksum is wrong"),
        arguments(with(e -> e.claiming(5)), "is stored in 4 bytes, but should have 5"),
        arguments(with(e -> e.deflated().claiming(5)), "unpacks to 4 bytes, but should have 5"),
        arguments(
            with(e -> e.deflated().claiming(3)), "unpacks to more than the 3 bytes it should have"),
        arguments(with(e -> e.method(8)), "is truncated"));
  }

  @ParameterizedTest
  @MethodSource("unsafeEntries")
  void refusesWhatIsNoSoundFile(Consumer<ZipBytes.Entry> change, String reason) throws Exception {
    ZipBytes zip = new ZipBytes();
    change.accept(zip.add("it", "evil"));
    zip.add("good.txt", "good");

    Submission submission = take(zip);

    assertThat(submission.refused()).containsExactly(new Remark("it", reason));
    assertThat(files()).containsExactly("good.txt");
  }

  @Test
  void refusesBombByItsRatio() throws Exception {
    ZipBytes zip = new ZipBytes();
    zip.add("bomb".getBytes(UTF_8), new byte[4 << 20]).deflated();

    Submission submission = take(zip);

    assertThat(texts(submission.refused()))
        .containsExactly("bomb unpacks to 4194304 bytes, more than 200 times its size");
    assertThat(files()).isEmpty();
  }

  @Test
  void refusesWhatNoLongerFits() throws Exception {
    IntakeLimits limits = new IntakeLimits(1 << 20, 1 << 20, 10, 200, 32, 1, null);
    ZipBytes zip = new ZipBytes();
    zip.add("first".getBytes(UTF_8), new byte[700_000]);
    zip.add("second".getBytes(UTF_8), new byte[700_000]).deflated();
    zip.add("third".getBytes(UTF_8), new byte[300_000]);
    byte[] bytes = zip.bytes();

    Submission submission = take(bytes, limits);

    assertThat(texts(submission.refused()))
        .containsExactly("second is larger than what is left of the 1 MB for all files");
    assertThat(files()).containsExactly("first", "third");
  }

  @Test
  void refusesEntriesThatShareBytes() throws Exception {
    ZipBytes zip = new ZipBytes();
    ZipBytes.Entry first = zip.add("first", "bytes");
    zip.add("second", "bytes").sharing(first);

    Submission submission = take(zip);

    assertThat(texts(submission.refused()))
        .containsExactly("second shares bytes of the archive with another entry");
    assertThat(files()).containsExactly("first");
  }

  @Test
  void refusesNamesThatDifferInCaseOnly() throws Exception {
    ZipBytes zip = new ZipBytes();
    zip.add("Common/A.h", "1");
    zip.add("common/b.h", "2");
    zip.add("COMMON/a.h", "3");
    zip.add("Common/A.h", "4");
    zip.add("Common/A.h/x", "5");
    zip.add("common", "6");

    Submission submission = take(zip);

    assertThat(files()).containsExactly("Common/A.h", "Common/b.h");
    assertThat(Files.readString(temporary.resolve("out/Common/A.h"))).isEqualTo("1");
    assertThat(texts(submission.renamed())).containsExactly("common/b.h is now Common/b.h");
    assertThat(texts(submission.refused()))
        .containsExactly(
            "COMMON/a.h differs only in case from Common/A.h, which is kept",
            "Common/A.h comes twice; the first is kept",
            "Common/A.h/x lies in Common/A.h, which is a file",
            "common is a file and a folder; the folder is kept");
  }

  @Test
  void refusesTooManyEntriesAltogether() {
    IntakeLimits limits = new IntakeLimits(1 << 20, 1 << 20, 2, 200, 32, 1, null);
    ZipBytes zip = new ZipBytes();
    List.of("a", "b", "c").forEach(name -> zip.add(name, name));

    assertThatThrownBy(() -> take(zip.bytes(), limits))
        .isInstanceOf(IntakeRefused.class)
        .hasMessage("in.zip has 3 entries, more than 2");
  }

  @Test
  void refusesArchiveCutAtEveryByte() throws Exception {
    ZipBytes zip = new ZipBytes();
    zip.add("a.cpp", "int a;");
    zip.add("b.cpp", "int b;").deflated();
    byte[] bytes = zip.bytes();

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> take(cut, IntakeLimits.forCourse()))
          .isInstanceOf(IntakeRefused.class)
          .hasMessageStartingWith("in.zip ");
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void takesArchiveBehindOtherBytes() throws Exception {
    ZipBytes zip = new ZipBytes();
    zip.add("a.cpp", "int a;");
    byte[] archive = zip.bytes();
    byte[] bytes = new byte[100 + archive.length];
    System.arraycopy(archive, 0, bytes, 100, archive.length);

    take(bytes, IntakeLimits.forCourse());

    assertThat(files()).containsExactly("a.cpp");
  }

  @Test
  void ignoresLeftoversOfBuildsButKeepsPrograms() throws Exception {
    ZipBytes zip = new ZipBytes();
    zip.add("hw/.vs/hw/v16/.suo", "1");
    zip.add("hw/.vs/hw/v16/Browse.VC.db", "1");
    zip.add("hw/x64/Debug/server.exe", "MZ");
    zip.add("hw/x64/Debug/server.pdb", "1");
    zip.add("hw/Debug/server.obj", "1");
    zip.add("hw/hw.sdf", "1");
    zip.add("hw/server.cpp", "int main() {}");
    zip.add("__MACOSX/hw/._server.cpp", "1");

    Submission submission = take(zip);

    assertThat(files()).containsExactly("hw/server.cpp", "hw/x64/Debug/server.exe");
    assertThat(submission.programs())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("server.exe");
    assertThat(texts(submission.ignored()))
        .containsExactly(
            "hw/.vs is what Visual Studio keeps for itself (2 files)",
            "hw/x64 is what a build has made",
            "hw/Debug is what a build has made",
            "hw/hw.sdf is what Visual Studio keeps for itself",
            "__MACOSX is what a Mac adds to archives");
    assertThat(submission.refused()).isEmpty();
  }

  @Test
  void unpacksArchivesWithinToOneLevel() throws Exception {
    ZipBytes inmost = new ZipBytes();
    inmost.add("c.cpp", "int c;");
    ZipBytes inner = new ZipBytes();
    inner.add("b.cpp", "int b;");
    inner.add("../../evil.cpp", "int e;");
    inner.add("inmost.zip".getBytes(UTF_8), inmost.bytes());
    ZipBytes outer = new ZipBytes();
    outer.add("server/inner.zip".getBytes(UTF_8), inner.bytes());

    Submission submission = take(outer);

    assertThat(files()).containsExactly("server/inner/b.cpp", "server/inner/inmost.zip");
    assertThat(texts(submission.refused()))
        .containsExactly(
            "server/inner/../../evil.cpp leaves its folder",
            "server/inner/inmost.zip is an archive that lies too deep in others to be unpacked");
  }

  @Test
  void copiesFolderWithoutItsLinks() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("homework/sub"));
    Files.writeString(folder.resolve("a.cpp"), "int a;");
    Path secret = Files.writeString(temporary.resolve("secret"), "secret");
    Files.createSymbolicLink(folder.resolve("file"), secret);
    Files.createSymbolicLink(folder.resolve("folder"), temporary);

    Submission submission =
        new Intake(IntakeLimits.forCourse())
            .take(temporary.resolve("homework"), temporary.resolve("out"));

    assertThat(files()).containsExactly("sub/a.cpp");
    assertThat(texts(submission.refused()))
        .containsExactlyInAnyOrder("sub/file is a symbolic link", "sub/folder is a symbolic link");
  }

  @Test
  void neverWritesIntoFolderThatHoldsSomething() throws Exception {
    Files.writeString(Files.createDirectories(temporary.resolve("out")).resolve("mine"), "mine");

    assertThatThrownBy(() -> take(new ZipBytes()))
        .isInstanceOf(IntakeRefused.class)
        .hasMessageContaining("is not empty");
    assertThat(files()).containsExactly("mine");
  }

  @Test
  void namesStudentByTheFile() throws Exception {
    assumeHangulInNames();
    ZipBytes zip = new ZipBytes();
    zip.add("a.cpp", "int a;");
    Path archive =
        Files.write(temporary.resolve("2019 게임서버[화목] 2015180012 홍길동 숙제 3번.zip"), zip.bytes());

    Submission submission =
        new Intake(IntakeLimits.forCourse()).take(archive, temporary.resolve("out"));

    assertThat(submission.student()).contains(new Student("화목", "2015180012", "홍길동"));
  }
}
