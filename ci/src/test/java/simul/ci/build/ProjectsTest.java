package simul.ci.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectsTest {
  private static final String SERVER = "int main() { listen(s, 5); }";
  private static final String CLIENT = "int main() { connect(s); } // listen(s, 5);";

  @TempDir private Path temporary;
  private SourceFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new SourceFolder(temporary);
  }

  private Projects find() throws IOException {
    return Projects.find(folder.root(), new Listening());
  }

  private static List<String> described(Projects projects) {
    return projects.all().stream().map(p -> p.kind() + " " + p.name()).toList();
  }

  private static List<String> sources(Project project) {
    return project.sources().stream().map(file -> file.getFileName().toString()).toList();
  }

  @Test
  void tellsServerFromClientByWhoListens() throws Exception {
    folder
        .with("hw3/A/A.vcxproj", SourceFolder.vcxproj("<ClCompile Include='A.CPP'/>", ""))
        .with("hw3/A/a.cpp", CLIENT)
        .with("hw3/B/B.vcxproj", SourceFolder.vcxproj("<ClCompile Include='.\\b.cpp'/>", ""))
        .with("hw3/B/b.cpp", SERVER)
        .with(
            "hw3/hw3.sln", "Project(\"{8BC9}\") = \"B\", \"B\\B.vcxproj\", \"{0}\"\nEndProject\n");

    Projects projects = find();

    assertThat(projects.server()).get().extracting(Project::name).isEqualTo("B");
    assertThat(projects.server().get().kind()).isEqualTo(ProjectKind.VISUAL_STUDIO);
    assertThat(projects.server().get().solution()).isPresent();
    assertThat(described(projects))
        .containsExactly("VISUAL_STUDIO A", "VISUAL_STUDIO B", "SOURCES A", "SOURCES B");
    assertThat(projects.candidates())
        .extracting(Project::kind)
        .containsExactly(ProjectKind.VISUAL_STUDIO, ProjectKind.SOURCES);
  }

  @Test
  void givesEachMainFunctionTheSourcesWithoutOne() throws Exception {
    folder
        .with("server.cpp", SERVER)
        .with("client.cpp", CLIENT)
        .with("board.cpp", "#include \"detail.cpp\"\nint board;")
        .with("detail.cpp", "int detail;")
        .with("tool/tool.cpp", "int main() {}")
        .with("tool/part.cpp", "int part;");

    Projects projects = find();

    assertThat(projects.server()).get().extracting(Project::name).isEqualTo("server");
    assertThat(sources(projects.server().get())).containsExactly("server.cpp", "board.cpp");
  }

  @Test
  void prefersWhatIsCalledServer() throws Exception {
    folder.with("client/a.cpp", SERVER).with("other/b.cpp", SERVER).with("my_Server/c.cpp", SERVER);

    assertThat(find().server()).get().extracting(Project::name).isEqualTo("my_Server");
  }

  @Test
  void fallsBackOnReadyProgram() throws Exception {
    folder.with("bin/Client.exe", "MZ").with("bin/Server.exe", "MZ").with("a.cpp", "int main() {}");

    assertThat(find().server()).get().extracting(Project::name).isEqualTo("Server");
  }

  @Test
  void findsEveryKind() throws Exception {
    folder
        .with("c/CMakeLists.txt", "")
        .with("m/Makefile", "")
        .with("j/pom.xml", "")
        .with("g/build.gradle", "")
        .with("r/ready.jar", "PK")
        .with("r/ready", "\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0003\0")
        .with("r/part.o", "\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0001\0");

    assertThat(described(find()))
        .containsExactly("CMAKE c", "MAKE m", "MAVEN j", "GRADLE g", "JAR ready", "ELF ready");
  }

  @Test
  void brokenProjectFileHidesNothing() throws Exception {
    folder.with("Server.vcxproj", "<Project>").with("main.cpp", SERVER);

    assertThat(find().server()).get().extracting(Project::kind).isEqualTo(ProjectKind.SOURCES);
  }

  @Test
  void nothingIsNoServer() throws Exception {
    folder.with("report.txt", "listen(s, 5)");

    assertThat(find().server()).isEmpty();
    assertThat(find().candidates()).isEmpty();
  }
}
