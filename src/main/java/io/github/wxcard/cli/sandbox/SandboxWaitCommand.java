package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.text.WebAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Waits for a sandbox that another program is starting. */
@Command(
    name = "wait",
    description = "Wait until a served sandbox answers, at most as long as --timeout says.",
    footer = {
      "",
      "Example:",
      "  wxcard sandbox serve &",
      "  wxcard sandbox wait && curl http://127.0.0.1:8900/sandbox/status"
    })
final class SandboxWaitCommand extends Subcommand {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = {
        "Where it will answer. Default: the profile's base address when that is a",
        "sandbox's, else http://127.0.0.1:8900."
      })
  String url;

  @Override
  public CommandResult run() {
    URI base = url == null ? context.settings().sandbox().apiBase() : address(url);
    context.aimAt(base, usual -> Thread.sleep(BETWEEN_LOOKS.toMillis()));
    SandboxApi sandbox = context.weChat().sandbox();
    Clock clock = context.environment().clock();
    Instant end = clock.instant().plus(context.timeLimit());
    while (true) {
      try {
        return SandboxApiCommand.facts(sandbox.get("/sandbox/status"));
      } catch (Failure failure) {
        if (failure.kind() != FailureKind.NETWORK) {
          throw failure;
        }
        if (!clock.instant().plus(BETWEEN_LOOKS).isBefore(end)) {
          throw silence(base, failure);
        }
      }
      context.rest(BETWEEN_LOOKS, "waiting for the sandbox");
    }
  }

  private static URI address(String text) {
    return WebAddress.parse(WebAddress.withoutSlash(text))
        .orElseThrow(
            () ->
                Failure.of(
                    FailureKind.USAGE,
                    text + " is not an address" + WebAddress.remark(text),
                    "Write it like http://127.0.0.1:8900."));
  }

  private Failure silence(URI base, Failure last) {
    return Failure.of(
            FailureKind.NETWORK,
            "no sandbox answered at " + base + " within " + context.timeLimit().toMillis() + " ms",
            "Start one with `wxcard sandbox serve`, or wait longer with --timeout.")
        .retryable(true)
        .causedBy(last);
  }
}
