package simul.ci.intake;

import java.time.Duration;

/**
 * How much a submission may be, all archives in it together.
 *
 * @param archiveBytes of one archive, packed
 * @param bytes of all files, unpacked; build leftovers are not unpacked and do not count
 * @param entries of all archives, leftovers among them
 * @param ratio how many times larger than packed a file may be, once it is worth a look
 * @param depth how many folders lie in one another
 * @param nested how many archives lie in one another, the outermost not counted
 * @param tool how long a program that unpacks may take
 */
public record IntakeLimits(
    long archiveBytes, long bytes, int entries, int ratio, int depth, int nested, Duration tool) {
  /** Deflate cannot pack more than 1 : 1032, and small files of zeros do no harm. */
  static final long RATIO_FROM_BYTES = 1 << 20;

  /** What all common file systems can store, in bytes of UTF-8. */
  static final int NAME_BYTES = 255;

  /** Windows' own limit without further ado is 260; a path here gets a folder in front. */
  static final int PATH_CHARACTERS = 400;

  /**
   * For a course: a solution with its browse database (.sdf) is up to 200 MB packed, sources and
   * pictures are a few; a checkout with .vs and node_modules has some ten thousand files.
   */
  public static IntakeLimits forCourse() {
    return new IntakeLimits(512L << 20, 256L << 20, 50_000, 200, 32, 1, Duration.ofMinutes(2));
  }
}
