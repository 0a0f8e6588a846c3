package simul.ci.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceMirrorTest {
  @TempDir private Path temporary;

  @Test
  void writesIncludesAsFilesAreCalled() throws Exception {
    SourceFolder folder =
        new SourceFolder(Files.createDirectories(temporary.resolve("in")))
            .with("Common/Protocol.h", "")
            .with("Common/Deep/only.h", "")
            .with("Server/Board.h", "")
            .with(
                "Server/main.cpp",
                """
                #include "..\\common\\PROTOCOL.H" // 서버
                #include "board.h"
                #include <WinSock2.h>
                #  include "Protocol.H"
                #include <protocol.h>
                // #include "board.h"
                const char* text = "#include \\"board.h\\"";
                #include "Only.h"
                #include "StdAfx.h"
                #include <GL/gl.h>
                """);
    FileTree tree = FileTree.of(folder.root());
    byte[] before = Files.readAllBytes(folder.root().resolve("Server/main.cpp"));

    SourceMirror mirror =
        SourceMirror.copy(tree, temporary.resolve("out"), List.of(tree.root().resolve("Common")));

    assertThat(Files.readString(temporary.resolve("out/Server/main.cpp")))
        .isEqualTo(
            """
            #include "../Common/Protocol.h" // 서버
            #include "Board.h"
            #include <winsock2.h>
            #  include "../Common/Protocol.h"
            #include "../Common/Protocol.h"
            // #include "board.h"
            const char* text = "#include \\"board.h\\"";
            #include "../Common/Deep/only.h"
            #include "stdafx.h"
            #include <GL/gl.h>
            """);
    assertThat(mirror.notes())
        .containsExactly(
            "#include \"Only.h\" was found as Common/Deep/only.h, where Visual Studio does not"
                + " look",
            "stdafx.h is not among the files; an empty one takes its place");
    assertThat(Files.readAllBytes(folder.root().resolve("Server/main.cpp"))).isEqualTo(before);
  }
}
