package simul.ci.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simul.ci.launch.ToolProcess;

/** One real build of what the course's code looks like, and one real run of it under Wine. */
@Execution(ExecutionMode.CONCURRENT)
class MingwBuildTest {
  /** Its only wait is accept(): without completions in there, it never answers. */
  private static final String SERVER =
      """
      #include "StdAfx.h"
      #include <iostream>
      #include <WinSock2.h>
      #include <Windows.h>
      #include "..\\common\\PROTOCOL.H"
      #pragma comment(lib, "ws2_32")
      using namespace std;

      // 접속한 클라이언트 하나
      struct Client { WSAOVERLAPPED over; WSABUF buffer; char bytes[BUFFER]; SOCKET socket; };

      void CALLBACK Received(DWORD error, DWORD count, LPWSAOVERLAPPED over, DWORD) {
        Client* client = (Client*)over->hEvent;
        if (error != 0 || count == 0) { closesocket(client->socket); return; }
        send(client->socket, client->bytes, min(count, 100), 0);
        DWORD flags = 0;
        ZeroMemory(over, sizeof *over);
        over->hEvent = (HANDLE)client;
        WSARecv(client->socket, &client->buffer, 1, NULL, &flags, over, Received);
      }

      int _tmain(int argc, _TCHAR* argv[]) {
        wcout.imbue(locale("korean"));
        const TCHAR* title = _T("서버");
        WSADATA data;
        WSAStartup(MAKEWORD(2, 2), &data);
        SOCKET listener = WSASocket(AF_INET, SOCK_STREAM, 0, NULL, 0, WSA_FLAG_OVERLAPPED);
        SOCKADDR_IN address;
        ZeroMemory(&address, sizeof address);
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        bind(listener, (SOCKADDR*)&address, sizeof address);
        listen(listener, SOMAXCONN);
        int length = sizeof address;
        getsockname(listener, (SOCKADDR*)&address, &length);
        cout << "port " << ntohs(address.sin_port) << " " << sizeof(*title) << endl;
        while (true) {
          Client* client = new Client();
          client->socket = accept(listener, NULL, NULL);
          client->buffer.buf = client->bytes;
          client->buffer.len = BUFFER;
          client->over.hEvent = (HANDLE)client;
          DWORD flags = 0;
          WSARecv(client->socket, &client->buffer, 1, NULL, &flags, &client->over, Received);
        }
      }
      """;

  @TempDir private Path temporary;

  private BuildResult build(Tools tools) throws Exception {
    SourceFolder folder =
        new SourceFolder(Files.createDirectories(temporary.resolve("in")))
            .with("Server/S.vcxproj", SourceFolder.vcxproj("<ClCompile Include='Main.cpp'/>", ""))
            .with("Server/main.cpp", SERVER)
            .with("Common/Protocol.h", "// 규약\n#define BUFFER 256\n");
    Projects projects = Projects.find(folder.root(), new Listening());
    return new Builder(tools, new PlainProcessRunner(), Duration.ofMinutes(3))
        .build(projects, temporary.resolve("work"), Optional.of("mingw"));
  }

  @Test
  @Timeout(300)
  void callbackServerThatOnlyAcceptsAnswersUnderWine() throws Exception {
    Tools tools = Tools.installed();
    assumeTrue(tools.mingw().isPresent(), "mingw-w64 is not installed");
    assumeTrue(tools.wine().isPresent(), "Wine is not installed");

    BuildResult result = build(tools);

    assertThat(result.firstError()).isEmpty();
    assertThat(result.notes())
        .containsExactlyInAnyOrder(
            "built by mingw-w64 as C++17, not by Visual Studio",
            "accept() waits alertably by a shim that is linked in, as on Windows; Wine's does not",
            "a locale by name, which libstdc++ does not know, is the classic one",
            "stdafx.h is not among the files; an empty one takes its place");
    RunCommand command = result.command().orElseThrow();
    ProcessBuilder builder =
        new ProcessBuilder(command.words())
            .directory(command.folder().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("WINEPREFIX", temporary.resolve("prefix").toString());
    builder.environment().put("WINEDEBUG", "-all");
    builder.environment().put("DISPLAY", "");
    try (ToolProcess server = ToolProcess.start(builder)) {
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(
                  server.process().getInputStream(), StandardCharsets.ISO_8859_1));
      String[] line = String.valueOf(out.readLine()).split(" ");
      assertThat(line[0]).isEqualTo("port");
      assertThat(line[2]).as("bytes of a TCHAR of a Unicode project").isEqualTo("2");
      int port = Integer.parseInt(line[1]);
      assertThat(answer(port, "first")).isEqualTo("first");
      assertThat(answer(port, "second")).isEqualTo("second");
    }
    deleteLinks(temporary.resolve("prefix"));
  }

  /** Wine links to the whole disk; whoever clears up after this must not even wonder. */
  private static void deleteLinks(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  private static String answer(int port, String text) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(text.length());
      return new String(answer, StandardCharsets.US_ASCII);
    }
  }
}
