package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.SandboxDatabase;
import io.github.wxcard.cli.base.ServerShutdown;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps a sandbox running for other programs. */
@Command(
    name = "serve",
    description = "Serve the sandbox until it is told to stop (Ctrl-C or SIGTERM).",
    footer = {
      "",
      "The first line on stdout is one JSON object: base_url, appid, secret, db. Nothing follows",
      "it there; why a call was refused is told on stderr, and with -v how each call ended, the",
      "time before it and how long it took behind it.",
      "",
      "Point any SDK at base_url instead of https://api.weixin.qq.com; `wxcard sandbox env` says"
          + " how.",
      "",
      "The state is kept in the database that WXCARD_SANDBOX_DB names, else in the built-in",
      "sandbox's, unless --db or --memory says otherwise; in memory where no home can keep it.",
      "",
      "With --host other machines can call the API. The controls want a token from them: the one",
      "in WXCARD_SANDBOX_TOKEN, else one that is made and printed on stderr.",
      "",
      "Examples:",
      "  wxcard sandbox serve --auto-approve --without custom-code",
      "  wxcard sandbox serve --host 0.0.0.0 --allow-host sandbox.example",
      "  wxcard sandbox export seed.json",
      "  wxcard sandbox serve --port 0 --memory --seed seed.json"
    })
final class SandboxServeCommand extends Subcommand {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port; 0 takes a free one. Default: 8900.")
  int port = 8900;

  @Mixin final SandboxStartOptions start = new SandboxStartOptions();

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public CommandResult run() {
    CountDownLatch told = new CountDownLatch(1);
    try (Sandbox sandbox = start.start(context, port, usual(), context.console()::say)) {
      sandbox.announce();
      ServerShutdown shutdown = new ServerShutdown(sandbox::close, told::countDown);
      try {
        context.console().page().jsonLine(greeting(sandbox));
        told.await();
      } finally {
        shutdown.ended();
      }
      return CommandResult.printed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(FailureKind.INTERRUPTED, "interrupted while serving", null);
    }
  }

  /** Looked at only where it is used: its folder may be somebody else's. */
  private Optional<Path> usual() {
    return start.namesDatabase()
        ? Optional.empty()
        : context.program().sandboxDatabase().opened("The sandbox", context.console()::say);
  }

  private static JsonNode greeting(Sandbox sandbox) {
    return Json.object()
        .put("base_url", sandbox.base().toString())
        .put("appid", sandbox.appId())
        .put("secret", sandbox.secret())
        .put("db", sandbox.db().map(Path::toString).orElse(SandboxDatabase.MEMORY));
  }
}
