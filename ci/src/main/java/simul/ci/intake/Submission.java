package simul.ci.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A submission that has been taken in.
 *
 * @param source the file or folder handed in
 * @param title what the source's name says of whose it is
 * @param folder with its files, all of them ordinary
 * @param refused what was left out because it is unsafe, damaged or too large
 * @param ignored what was left out because a build makes it anew; whole folders in one remark
 * @param renamed what has another name in the folder than it had
 * @param programs ready programs in the folder (.exe, .jar): they may be all there is
 */
public record Submission(
    Path source,
    MailTitle title,
    Path folder,
    List<Remark> refused,
    List<Remark> ignored,
    List<Remark> renamed,
    List<Path> programs) {
  public Submission {
    refused = List.copyOf(refused);
    ignored = List.copyOf(ignored);
    renamed = List.copyOf(renamed);
    programs = List.copyOf(programs);
  }

  /** Whose it is, as far as its name says; a {@link Roster} knows better. */
  public Optional<Student> student() {
    return title.student();
  }
}
