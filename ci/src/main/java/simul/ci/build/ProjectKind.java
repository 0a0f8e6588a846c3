package simul.ci.build;

/** What tells how a project is built; the first constants say most. */
public enum ProjectKind {
  /** Visual Studio's project file. */
  VISUAL_STUDIO,
  CMAKE,
  MAKE,
  MAVEN,
  GRADLE,
  /** C or C++ files, and nothing that says how they belong together. */
  SOURCES,
  /** A ready program for the JVM. */
  JAR,
  /** A ready program for Windows. */
  EXE,
  /** A ready program for Linux. */
  ELF
}
