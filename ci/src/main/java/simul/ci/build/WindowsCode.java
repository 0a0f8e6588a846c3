package simul.ci.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Whether sources are for Windows alone, by the headers that they include. */
final class WindowsCode {
  private static final Pattern WINDOWS =
      Pattern.compile(
          "(?i)#\\s*include\\s*[<\"](winsock2?|windows|ws2tcpip|mswsock|tchar|stdafx|pch)\\.h");

  private static final Pattern OTHERS =
      Pattern.compile("#\\s*include\\s*<(sys/socket|unistd|arpa/inet|netinet/in)\\.h>");

  private WindowsCode() {}

  static boolean isIn(Project project) throws IOException {
    boolean isWindows = false;
    for (Path source : project.sources()) {
      String text = SourceText.load(source).uncommented();
      if (OTHERS.matcher(text).find()) {
        return false;
      }
      isWindows |= WINDOWS.matcher(text).find();
    }
    return isWindows || includesOfFolder(project);
  }

  /** Of loose sources, the headers beside them are not listed; theirs count as well. */
  private static boolean includesOfFolder(Project project) throws IOException {
    for (Path file : FileTree.of(project.folder()).files()) {
      boolean isHeader = SourceText.isNamed(file) && !SourceText.isCompiled(file);
      if (isHeader && WINDOWS.matcher(SourceText.load(file).uncommented()).find()) {
        return true;
      }
    }
    return false;
  }
}
