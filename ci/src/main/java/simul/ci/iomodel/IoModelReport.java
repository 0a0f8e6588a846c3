package simul.ci.iomodel;

import java.util.List;
import simul.spec.header.Remark;

/**
 * Which I/O model a server is written with, and how that is known.
 *
 * @param files that were looked at
 * @param server whether they listen for and accept clients
 * @param entryPoint whether one was found; without one, nothing tells used code from unused
 * @param models all that are used; several when they are mixed
 * @param evidence decisive first, else in the order of the files
 * @param unparsed what the parser did not follow; more could stand there
 */
public record IoModelReport(
    List<String> files,
    boolean server,
    boolean entryPoint,
    List<IoModel> models,
    Constraint constraint,
    List<Evidence> evidence,
    List<Remark> unparsed) {
  public IoModelReport {
    files = List.copyOf(files);
    models = List.copyOf(models);
    evidence = List.copyOf(evidence);
    unparsed = List.copyOf(unparsed);
  }

  /** The evidence of a strength. */
  public List<Evidence> evidence(Strength strength) {
    return evidence.stream().filter(each -> each.strength() == strength).toList();
  }
}
