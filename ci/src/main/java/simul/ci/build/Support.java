package simul.ci.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our own sources that are built into a server for Windows: headers for what Microsoft's compiler
 * knows without being told, a locale for names that libstdc++ does not know, and an accept() that
 * waits alertably under Wine.
 *
 * @param folder they have been written to
 */
record Support(Path folder) {
  private static final String FORCED = "msvc.h";
  private static final String ACCEPT = "alertable_accept.c";
  private static final String LOCALE = "named_locale.cpp";

  /** Found only when nobody else has them. */
  private static final String MISSING = "missing";

  private static final List<String> MISSING_HEADERS =
      List.of(
          "stdafx.h",
          "pch.h",
          "targetver.h",
          "iostream.h",
          "fstream.h",
          "concurrent_queue.h",
          "concurrent_priority_queue.h");

  /** What the accept() shim takes the place of. */
  private static final List<String> WRAPPED_SOCKETS =
      List.of(
          "accept",
          "WSAAccept",
          "ioctlsocket",
          "WSAIoctl",
          "WSAEventSelect",
          "WSAAsyncSelect",
          "closesocket");

  private static final List<String> WRAPPED_LOCALES =
      List.of(
          "_ZNSt6localeC1EPKc",
          "_ZNSt6localeC2EPKc",
          "_ZNSt6localeC1ERKS_PKci",
          "_ZNSt6localeC2ERKS_PKci");

  /** Writes them all. */
  static Support write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve(MISSING));
    for (String name : List.of(FORCED, ACCEPT, LOCALE)) {
      copy(name, folder.resolve(name));
    }
    for (String name : MISSING_HEADERS) {
      copy(MISSING + "/" + name, folder.resolve(MISSING).resolve(name));
    }
    return new Support(folder);
  }

  private static void copy(String name, Path to) throws IOException {
    try (InputStream in = Support.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the program");
      }
      Files.copy(in, to);
    }
  }

  /** For every compilation. */
  List<String> compilerWords() {
    return List.of(
        "-include", folder.resolve(FORCED).toString(),
        "-idirafter", folder.resolve(MISSING).toString());
  }

  /** C++ sources to compile and link in. */
  List<String> cppSources() {
    return List.of(folder.resolve(LOCALE).toString());
  }

  /** C sources to compile and link in. */
  List<String> sourcesInC(boolean forWine) {
    return forWine ? List.of(folder.resolve(ACCEPT).toString()) : List.of();
  }

  /** For linking. */
  List<String> linkerWords(boolean forWine) {
    Stream<String> sockets = WRAPPED_SOCKETS.stream().map(name -> "__imp_" + name);
    List<String> words = new ArrayList<>();
    Stream.concat(WRAPPED_LOCALES.stream(), forWine ? sockets : Stream.of())
        .forEach(symbol -> words.add("-Wl,--wrap=" + symbol));
    return words;
  }
}
