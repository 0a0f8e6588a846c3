package simul.ci.sandbox;

import java.util.List;

/** A way to run a command so that it can do no harm. */
public interface Sandbox {

  /**
   * The words of the command, confined.
   *
   * @param words the program, by its name or absolute path, and its arguments
   */
  List<String> confine(List<String> words, Confinement confinement);

  /** A word for it in reports. */
  String name();

  /** No confinement at all: for submissions that somebody trusts. */
  Sandbox NONE =
      new Sandbox() {
        @Override
        public List<String> confine(List<String> words, Confinement confinement) {
          return List.copyOf(words);
        }

        @Override
        public String name() {
          return "none";
        }
      };
}
