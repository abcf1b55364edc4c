package io.github.wxcard.cli.scenario;

import io.github.wxcard.cli.base.CommandContext.Nesting;
import io.github.wxcard.cli.base.DryRunResult;
import io.github.wxcard.cli.base.DurationConverter;
import io.github.wxcard.cli.base.InterruptHandling.RunInterruption;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.cli.scenario.HelloReport.CardCleanup;
import io.github.wxcard.cli.scenario.HelloRun.SandboxCustomer;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.output.OutputFile;
import io.github.wxcard.output.Result;
import io.github.wxcard.scenario.Scenario;
import io.github.wxcard.scenario.ScenarioRunner;
import io.github.wxcard.scenario.ScenarioRunner.AfterFailure;
import io.github.wxcard.scenario.Variables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Walks through WeChat's card HelloWorld, from the token to the redeemed code. */
@Command(
    name = "hello",
    description = "Run WeChat's card walkthrough, steps 1 to 7, and say what each one did.",
    footer = {
      "",
      "In the sandbox it plays the customer as well. On a real account it draws the code and",
      "waits for the scan: --openid looks until the card is held, on a terminal you may type",
      "the code, otherwise it stops after step 6 and prints the command for step 7. Step 6",
      "replaces the account's testers, so there it runs only with --username or --openid.",
      "",
      "After Ctrl-C or a signal the step under way ends, --cleanup has five seconds, and the"
          + " report",
      "is written with the rest as skipped; a second Ctrl-C leaves the clean-up.",
      "",
      "Steps: token upload-logo create qrcode show whitelist consume",
      "",
      "Examples:",
      "  wxcard hello --sandbox",
      "  wxcard hello --sandbox --json --report hello.xml",
      "  wxcard new member-card | wxcard hello --profile shop --card - --until qrcode --cleanup"
    })
public final class HelloCommand extends Subcommand {
  /** The placeholders of a dry run that look like what WeChat gives. */
  private static final Map<String, List<String>> PLACEHOLDERS =
      Map.of(
          "upload-logo.url", List.of("http://mmbiz.qpic.cn/LOGO/0"),
          "qrcode.url", List.of("http://weixin.qq.com/q/CODE"));

  @Option(names = "--until", paramLabel = "STEP", description = "The last step to run.")
  String until;

  @Option(
      names = "--card",
      paramLabel = "FILE",
      description = "The card. Default: WeChat's own; on a real account a meeting ticket.")
  String card;

  @Option(names = "--logo", paramLabel = "FILE", description = "The logo. Default: one of ours.")
  String logo;

  @Option(names = "--username", paramLabel = "U", description = "The tester's WeChat id.")
  String username;

  @Option(names = "--openid", paramLabel = "O", description = "The tester's openid.")
  String openid;

  @Option(names = "--code", paramLabel = "C", description = "Redeem this code in step 7.")
  String code;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How long to look for the scan with --openid. Default: 5m.")
  Duration wait;

  @Option(
      names = "--report",
      paramLabel = "FILE.xml",
      description = "Write JUnit XML, one test case a step.")
  String report;

  @Option(names = "--cleanup", description = "Delete the card that this run created.")
  boolean cleanup;

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public Result run() {
    Scenario all = Scenario.walkthrough();
    Scenario scenario = until == null ? all : all.until(until);
    Optional<OutputFile> file =
        Optional.ofNullable(report).map(context.environment()::resolve).map(OutputFile::at);
    HelloFiles.check(context, card, logo);
    Instant started = context.environment().clock().instant();
    ResolvedAccount target = context.target();
    List<String> testers = testers(target);
    HelloProgress progress = new HelloProgress(context);
    boolean dryRun = context.options().dryRun;
    try (HelloFiles files = HelloFiles.of(context, card, logo, target.isSandbox())) {
      Map<String, List<String>> given = given(files, testers);
      Variables variables = dryRun ? Variables.withPlaceholders(given) : new Variables(given);
      RunInterruption interruption = context.program().interrupts().runInterruption();
      ScenarioRunner runner =
          new ScenarioRunner(
              scenario,
              context.commands(Nesting.QUIET),
              variables,
              context.environment().clock(),
              AfterFailure.LEAVE_OUT,
              target::isSandbox,
              interruption);
      HelloRun run =
          new HelloRun(
              customer(target, progress),
              !testers.isEmpty(),
              !"show".equals(until),
              variables,
              progress,
              interruption);
      progress.begin(target);
      runner.run(run);
      if (dryRun) {
        return DryRunResult.ofSteps(runner.reports());
      }
      HelloReport result =
          new HelloReport(
              target.profile(),
              target.apiBase().toString(),
              runner.reports(),
              run.cardId(),
              run.code(),
              CardCleanup.of(context, runner, interruption, run.cardId(), cleanup));
      file.ifPresent(place -> place.write(result.junit(started)));
      return result;
    }
  }

  private Map<String, List<String>> given(HelloFiles files, List<String> testers) {
    Map<String, List<String>> given = new HashMap<>();
    given.put("card", List.of(files.card()));
    given.put("logo", List.of(files.logo()));
    given.put("testers", testers);
    if (context.options().dryRun) {
      given.putAll(PLACEHOLDERS);
    }
    return given;
  }

  private List<String> testers(ResolvedAccount target) {
    List<String> words = new ArrayList<>();
    if (username != null || (openid == null && target.builtIn())) {
      words.addAll(List.of("--username", person()));
    }
    if (openid != null) {
      words.addAll(List.of("--openid", openid));
    }
    return words;
  }

  /** A new name for each walk: a tester of an earlier one would not be refused before step 6. */
  private String person() {
    if (username == null) {
      username =
          "tester-" + Integer.toHexString(0x1000 + context.environment().random().nextInt(0xf000));
    }
    return username;
  }

  private HelloRun.Customer customer(ResolvedAccount target, HelloProgress progress) {
    WeChat weChat = context.weChat();
    if (code != null || context.options().dryRun) {
      return (ticket, cardId) -> code == null ? "CODE" : code;
    }
    if (target.builtIn()) {
      return openid == null
          ? new SandboxCustomer(weChat, "username", person(), progress::remark)
          : new SandboxCustomer(weChat, "openid", openid, progress::remark);
    }
    return new RealCustomer(
        context, weChat, Optional.ofNullable(openid), Optional.ofNullable(wait));
  }
}
