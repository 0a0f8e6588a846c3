package simul.ci.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VcxProjectTest {
  @TempDir private Path folder;

  private VcxProject load(String text) throws IOException {
    return VcxProject.load(Files.writeString(folder.resolve("a.vcxproj"), text));
  }

  @Test
  void readsWhatTheCompilerNeeds() throws IOException {
    String settings =
        """
        <ItemDefinitionGroup Condition="'$(Configuration)|$(Platform)'=='Debug|Win32'">
          <ClCompile>
            <PreprocessorDefinitions>_DEBUG;ONE;%(PreprocessorDefinitions)</PreprocessorDefinitions>
            <AdditionalIncludeDirectories>..\\Common;$(SolutionDir)lib</AdditionalIncludeDirectories>
            <LanguageStandard>stdcpp20</LanguageStandard>
          </ClCompile>
          <Link><SubSystem>Windows</SubSystem></Link>
        </ItemDefinitionGroup>
        <ItemDefinitionGroup Condition="'$(Configuration)|$(Platform)'=='Release|x64'">
          <ClCompile><PreprocessorDefinitions>NDEBUG;TWO=2</PreprocessorDefinitions></ClCompile>
          <Link>
            <SubSystem>Console</SubSystem>
            <AdditionalDependencies>ws2_32.lib;%(AdditionalDependencies)</AdditionalDependencies>
          </Link>
        </ItemDefinitionGroup>
        """;
    String sources =
        """
        <ClCompile Include="main.cpp"/>
        <ClCompile Include="..\\Common\\io.cpp"/>
        <ClCompile Include="old.cpp">
          <ExcludedFromBuild Condition="'$(Configuration)|$(Platform)'=='Release|x64'">true</ExcludedFromBuild>
        </ClCompile>
        <ClCompile Include="both.cpp">
          <ExcludedFromBuild Condition="'$(Configuration)|$(Platform)'=='Debug|Win32'">true</ExcludedFromBuild>
        </ClCompile>
        <ClInclude Include="a.h"/>
        """;

    VcxProject project = load(SourceFolder.vcxproj(sources, settings));

    assertThat(project.configuration()).isEqualTo("Release|x64");
    assertThat(project.sources()).containsExactly("main.cpp", "..\\Common\\io.cpp", "both.cpp");
    assertThat(project.includeFolders()).containsExactly("..\\Common", "$(SolutionDir)lib");
    assertThat(project.defines()).containsExactly("ONE", "TWO=2");
    assertThat(project.libraries()).containsExactly("ws2_32.lib");
    assertThat(project.characterSet()).isEqualTo("Unicode");
    assertThat(project.isWindowed()).isFalse();
    assertThat(project.standard()).isEqualTo("stdcpp20");
  }

  @Test
  void refusesExternalEntities() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String text =
        "<!DOCTYPE Project [<!ENTITY e SYSTEM \"%s\">]><Project><ItemGroup><CharacterSet>&e;</CharacterSet>"
                .formatted(secret.toUri())
            + "</ItemGroup></Project>";

    assertThatThrownBy(() -> load(text))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a.vcxproj is no project file: ");
  }

  @Test
  void refusesWhatIsNoXml() {
    assertThatThrownBy(() -> load("not XML"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a.vcxproj is no project file: ");
  }
}
