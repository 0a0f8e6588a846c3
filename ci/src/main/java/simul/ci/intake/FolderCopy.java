package simul.ci.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies the ordinary files of a folder into a {@link Destination}; follows no links. */
final class FolderCopy extends SimpleFileVisitor<Path> {
  private final Path folder;
  private final Destination destination;
  private final String prefix;
  private final boolean refusesHardLinks;
  private String tooMany;

  private FolderCopy(
      Path folder, Destination destination, String prefix, boolean refusesHardLinks) {
    this.folder = folder;
    this.destination = destination;
    this.prefix = prefix;
    this.refusesHardLinks = refusesHardLinks;
  }

  /**
   * Copies all that can be copied.
   *
   * @param prefix the folder for it, empty or ending in a slash
   * @param refusesHardLinks for what an archive made, not for a teacher's own folder
   * @throws Refusal when there are too many files
   */
  static void copy(Path folder, Destination destination, String prefix, boolean refusesHardLinks)
      throws IOException, Refusal {
    FolderCopy copy = new FolderCopy(folder, destination, prefix, refusesHardLinks);
    Files.walkFileTree(folder, copy);
    if (copy.tooMany != null) {
      throw new Refusal(copy.tooMany);
    }
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String name = prefix + folder.relativize(file).toString().replace('\\', '/');
    try {
      destination.count(1);
    } catch (Refusal e) {
      tooMany = e.getMessage();
      return FileVisitResult.TERMINATE;
    }
    if (attributes.isSymbolicLink()) {
      destination.refuse(name, "is a symbolic link");
    } else if (!attributes.isRegularFile()) {
      destination.refuse(name, "is no ordinary file");
    } else if (refusesHardLinks && links(file) > 1) {
      destination.refuse(name, "is a hard link");
    } else {
      destination.put(name, attributes.size(), out -> Files.copy(file, out));
    }
    return FileVisitResult.CONTINUE;
  }

  private static int links(Path file) throws IOException {
    boolean isCounted = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    return isCounted && Files.getAttribute(file, "unix:nlink") instanceof Integer count ? count : 1;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException why) {
    destination.refuse(prefix + folder.relativize(file), "cannot be read");
    return FileVisitResult.CONTINUE;
  }
}
