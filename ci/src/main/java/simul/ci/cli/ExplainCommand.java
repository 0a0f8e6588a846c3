package simul.ci.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import simul.ci.report.ConformConsole;
import simul.spec.rule.Rule;
import simul.spec.rule.RuleCatalogue;
import simul.spec.text.Suggestion;

/** {@code explain}: what a rule demands. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Says what a rule demands of a server.")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RULE-ID", description = "A rule, for example FRAME-003.")
  private String id;

  @Mixin private OutputOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    Rule rule =
        RuleCatalogue.find(id.toUpperCase(Locale.ROOT))
            .orElseThrow(
                () ->
                    CommandFailure.usage(
                        "no rule "
                            + id
                            + Suggestion.phrase(
                                id, RuleCatalogue.all().stream().map(Rule::id).toList())));
    command.commandLine().getOut().println(ConformConsole.listed(rule, output.language()));
    return ExitCode.HOLDS;
  }
}
