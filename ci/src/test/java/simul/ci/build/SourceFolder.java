package simul.ci.build;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** A submission's files, as a test writes them. */
final class SourceFolder {
  static final Charset CP949 = Charset.forName("MS949");

  private final Path root;

  SourceFolder(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** Writes a file in CP949, as Visual Studio does in Korea. */
  SourceFolder with(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(CP949));
    return this;
  }

  /** A project file with settings of its own in each of two configurations. */
  static String vcxproj(String sources, String settings) {
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <Project DefaultTargets="Build" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
          <ItemGroup Label="ProjectConfigurations">
            <ProjectConfiguration Include="Debug|Win32"/>
            <ProjectConfiguration Include="Release|x64"/>
          </ItemGroup>
          <PropertyGroup Condition="'$(Configuration)|$(Platform)'=='Debug|Win32'">
            <CharacterSet>MultiByte</CharacterSet>
          </PropertyGroup>
          <PropertyGroup Condition="'$(Configuration)|$(Platform)'=='Release|x64'">
            <CharacterSet>Unicode</CharacterSet>
          </PropertyGroup>
          %s
          <ItemGroup>%s</ItemGroup>
        </Project>
        """
        .formatted(settings, sources);
  }
}
