package io.github.wxcard.cli.scenario;

import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.cli.base.CommandContext.Nesting;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.cli.base.ConfiguredSecrets;
import io.github.wxcard.cli.base.DiagnosticPrinter;
import io.github.wxcard.cli.base.DryRunResult;
import io.github.wxcard.cli.base.KeyValueOptions;
import io.github.wxcard.cli.base.PlainDocument;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.MaskedJson;
import io.github.wxcard.output.OutputFile;
import io.github.wxcard.output.Result;
import io.github.wxcard.scenario.CommandLineCheck;
import io.github.wxcard.scenario.Scenario;
import io.github.wxcard.scenario.ScenarioReader;
import io.github.wxcard.scenario.ScenarioRunner;
import io.github.wxcard.scenario.ScenarioRunner.AfterFailure;
import io.github.wxcard.scenario.Variables;
import io.github.wxcard.text.KeyValue;
import io.github.wxcard.text.SecretMask;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a file of commands with what is expected of each. */
@Command(
    name = "run",
    description = "Run a file of commands, and compare how each ends with what the file expects.",
    footer = {
      "",
      "The file is JSON; --schema prints its format. A step is a command line without the",
      "program's name. $${create.card_id} is what the step 'create' found under card_id,",
      "$${file.dir} the file's own folder; other paths are seen from the working folder.",
      "--sandbox, --profile, --timeout and the like hold for every step.",
      "",
      "Every line is looked at before the first one runs: a misspelt command or option is exit 3,",
      "unless the step expects to be refused so. What a step says on stderr is shown when it"
          + " fails,",
      "and with --verbose always.",
      "",
      "After a failed step only those run that are marked \"always\", and after Ctrl-C or a signal",
      "too, for five seconds at most; a second Ctrl-C leaves even them. Exit 0: all as expected;",
      "8: something was not; 3: the file is wrong, and nothing was run.",
      "",
      "Examples:",
      "  echo '{\"name\": \"first\", \"steps\": [",
      "    {\"name\": \"draft\",",
      "     \"run\": \"new gift --out gift.json --force\"},",
      "    {\"name\": \"make\", \"run\": \"create gift.json\"},",
      "    {\"name\": \"look\", \"run\": \"card get $${make.card_id}\"}]}' \\",
      "    > first.json",
      "  wxcard run first.json --sandbox",
      "  wxcard run first.json --sandbox --report first.xml --json",
      "  wxcard run first.json --list"
    })
public final class RunCommand extends Subcommand {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The scenario; - reads standard input.")
  String file;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Give a name of the scenario this value; again for a second word.")
  List<String> sets = List.of();

  @Option(
      names = "--report",
      paramLabel = "FILE.xml",
      description = "Write JUnit XML, one test case a step.")
  String report;

  @Option(names = "--keep-going", description = "Go on after a step that failed.")
  boolean keepGoing;

  @Option(names = "--list", description = "Show the steps, and run none.")
  boolean list;

  @Option(names = "--schema", description = "Print the JSON Schema of the file, and run nothing.")
  boolean schema;

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public Result run() {
    if (schema) {
      return new PlainDocument(Scenario.schema());
    }
    Map<String, List<String>> given = values();
    JsonDocument definition = definition();
    for (Diagnostic warning : definition.warnings()) {
      DiagnosticPrinter.say(context.console(), warning, definition.name());
    }
    Scenario scenario = ScenarioReader.read(definition, given.keySet());
    if (list) {
      return new StepList(scenario);
    }
    Map<String, List<String>> values = scenario.values(given, folder().toString());
    new CommandLineCheck(context.commands(Nesting.ISOLATED), new Variables(values))
        .check(definition, scenario);
    Optional<OutputFile> place =
        Optional.ofNullable(report).map(context.environment()::resolve).map(OutputFile::at);
    return context.options().dryRun ? dryRun(scenario, values) : run(scenario, values, place);
  }

  /** The {@code --set} of the line; a name given twice stands for two words. */
  private Map<String, List<String>> values() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (KeyValue set : KeyValueOptions.all("--set", sets, "user=usr1")) {
      values.computeIfAbsent(set.key(), name -> new ArrayList<>()).add(set.value());
    }
    return values;
  }

  private RunReport run(
      Scenario scenario, Map<String, List<String>> values, Optional<OutputFile> place) {
    Instant started = context.environment().clock().instant();
    ConfiguredSecrets configured =
        new ConfiguredSecrets(() -> context.afresh().settings(), context.environment());
    SecretMask mask = new SecretMask();
    RunProgress progress = new RunProgress(context, mask, scenario.steps());
    ScenarioRunner runner = runner(scenario, new Variables(values));
    runner.run(
        step -> {
          // Those of the step, and those that are in the config file by now.
          step.result().ifPresent(found -> MaskedJson.learn(found, mask));
          configured.values().forEach(mask::learn);
          progress.tell(step);
        });
    RunReport result =
        new RunReport(
            scenario.name(), runner.reports(), mask, runner.interrupted(), runner.tidied());
    place.ifPresent(output -> output.write(result.junit(started)));
    return result;
  }

  /** The requests alone: nothing is found that could be compared, or used by a later step. */
  private DryRunResult dryRun(Scenario scenario, Map<String, List<String>> values) {
    ScenarioRunner runner = runner(scenario.unchecked(), Variables.withPlaceholders(values));
    runner.run(
        step ->
            step.failure()
                .ifPresent(why -> context.console().warn(step.name() + ": " + why.getMessage())));
    return DryRunResult.ofSteps(runner.reports());
  }

  private ScenarioRunner runner(Scenario scenario, Variables variables) {
    return new ScenarioRunner(
        scenario,
        context.commands(Nesting.ISOLATED),
        variables,
        context.environment().clock(),
        keepGoing ? AfterFailure.RUN : AfterFailure.SKIP,
        () -> context.target().isSandbox(),
        context.program().interrupts().runInterruption());
  }

  private JsonDocument definition() {
    if (file == null) {
      throw Failure.of(
          FailureKind.USAGE, "no scenario is named", "Name its FILE; - reads standard input.");
    }
    return CommandInput.document(context, file);
  }

  private Path folder() {
    Path here = context.environment().workingFolder();
    return file.equals("-") ? here : here.resolve(file).toAbsolutePath().normalize().getParent();
  }
}
