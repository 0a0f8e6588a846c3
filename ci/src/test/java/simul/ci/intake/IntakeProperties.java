package simul.ci.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes in, it stays in its folder, and nothing but the one exception comes out. */
class IntakeProperties {
  private static final IntakeLimits LIMITS =
      new IntakeLimits(1 << 20, 1 << 20, 100, 200, 8, 1, null);

  /** Takes bytes in and says what there is afterwards beside the archive and its folder. */
  private static void staysInItsFolder(byte[] bytes) throws IOException {
    Path temporary = Files.createTempDirectory("intake");
    try {
      Path archive = Files.write(temporary.resolve("in.zip"), bytes);
      Path out = temporary.resolve("parent").resolve("out");
      boolean isTaken = true;
      try {
        Submission submission = new Intake(LIMITS).take(archive, out);
        assertThat(submission.folder()).isDirectory();
      } catch (IntakeRefused e) {
        isTaken = false;
        assertThat(e.getMessage()).startsWith("in.zip ").doesNotContain("Exception");
      }
      List<Path> files = everything(temporary);
      assertThat(files)
          .allMatch(file -> file.startsWith(out) || out.startsWith(file) || file.equals(archive));
      assertThat(files).noneMatch(file -> file.getFileName().toString().matches("\\.taking\\d+"));
      assertThat(files).noneMatch(Files::isSymbolicLink);
      assertThat(isTaken || files.size() == 4).as("nothing of what was refused").isTrue();
    } finally {
      for (Path file : everything(temporary).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> everything(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }

  @Property(tries = 100)
  void anyBytesAreTakenOrRefused(@ForAll byte[] bytes) throws IOException {
    staysInItsFolder(bytes);
  }

  @Property(tries = 150)
  void anyDamageIsTakenOrRefused(
      @ForAll @IntRange(max = 400) int at, @ForAll byte value, @ForAll @IntRange(max = 400) int at2)
      throws IOException {
    ZipBytes zip = new ZipBytes();
    zip.add("server/a.cpp", "int a;").mode(0100644);
    zip.add("server/b.cpp", "int b; int b; int b; int b; int b;").deflated();
    zip.add("../c.cpp", "int c;");
    byte[] bytes = zip.bytes();
    bytes[at % bytes.length] = value;
    bytes[at2 % bytes.length] ^= value;

    staysInItsFolder(bytes);
  }

  @Provide
  Arbitrary<List<String>> names() {
    Arbitrary<String> wild = Arbitraries.strings().all().ofMaxLength(12);
    Arbitrary<String> parts =
        Arbitraries.of(
            "..", ".", "/", "\\", "C:", "nul", "a", "A", "b.cpp", " ", "...", "~", "\0", "한", "x/y",
            ".vs", "Debug", ".taking", "con.txt", "\ud800", "\u202e", "%2e%2e", "*", "?");
    Arbitrary<String> built = parts.list().ofMaxSize(6).map(list -> String.join("", list));
    return Arbitraries.oneOf(wild, built).list().ofMaxSize(5);
  }

  @Property(tries = 150)
  void anyNamesStayInTheFolder(@ForAll("names") List<String> names) throws IOException {
    ZipBytes zip = new ZipBytes();
    for (String name : names) {
      zip.add(name, "content");
    }

    staysInItsFolder(zip.bytes());
  }

  @Property(tries = 150)
  void anyNameBytesStayInTheFolder(@ForAll @Size(max = 30) byte[] name) throws IOException {
    ZipBytes zip = new ZipBytes();
    zip.add(name, new byte[] {1});

    staysInItsFolder(zip.bytes());
  }

  @Property
  void anyTitleIsParsed(@ForAll String title) {
    MailTitle parsed = MailTitle.parse(title);

    assertThat(parsed.number().orElse("0000000")).matches("[0-9]{7,10}");
  }

  @Property
  void anyRosterIsDecoded(@ForAll byte[] bytes) {
    Roster roster = Roster.decode("roster.csv", bytes);

    assertThat(roster.problems()).allMatch(problem -> problem.startsWith("roster.csv:"));
    assertThat(roster.match(MailTitle.parse("2015180012")).student()).isEmpty();
  }
}
