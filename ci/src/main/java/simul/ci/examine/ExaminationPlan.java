package simul.ci.examine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import simul.ci.grade.Rubric;
import simul.ci.launch.CommandWords;
import simul.conformance.script.Effort;
import simul.spec.meaning.Protocol;

/**
 * What to run a submission through.
 *
 * @param specName the protocol as replay files name it
 * @param command starts the server; where it has no place for a port, the port is found
 * @param folder where the server runs
 * @param startTimeout how long it may take until it serves
 * @param patience how long an answer may take; measured when empty
 * @param mostRuns how often a check that is undecided is run at most
 * @param traces where failures leave their replay files
 */
public record ExaminationPlan(
    Rubric rubric,
    Protocol protocol,
    String specName,
    CommandWords command,
    Path folder,
    Duration startTimeout,
    Optional<Duration> patience,
    Effort effort,
    long seed,
    int mostRuns,
    Path traces) {}
