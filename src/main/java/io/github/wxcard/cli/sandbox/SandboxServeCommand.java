package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.StrictJson;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Result;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jline.utils.Signals;
import picocli.CommandLine.ArgGroup;
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
      "it there; why a call was refused is told on stderr.",
      "",
      "Point any SDK at base_url instead of https://api.weixin.qq.com.",
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
final class SandboxServeCommand extends Subcommand<Result> {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port; 0 takes a free one. Default: 8900.")
  int port = 8900;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "The address to listen on. Default: 127.0.0.1.")
  String host = "127.0.0.1";

  @ArgGroup Keeping keeping = new Keeping();

  /** Where the state is kept: in one of these, or where WXCARD_SANDBOX_DB says. */
  static final class Keeping {
    @Option(
        names = "--db",
        paramLabel = "FILE",
        description = "The database. Default: WXCARD_SANDBOX_DB, else the built-in sandbox's.")
    String file;

    @Option(
        names = "--memory",
        description = "Keep everything in memory, and forget it at the end.")
    boolean memory;
  }

  @Mixin final PlayedAccount account = new PlayedAccount();

  @Mixin final ServeAccessOptions access = new ServeAccessOptions();

  @Option(
      names = "--seed",
      paramLabel = "FILE",
      description = {
        "Begin with the state that `wxcard sandbox export` wrote. The database",
        "must hold no cards and codes; what else is in it is replaced."
      })
  String seed;

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public Result run() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw Failure.of(Kind.USAGE, "--port is " + port, "Use 0 to 65535; 0 takes a free port.");
    }
    SandboxOptions options = options();
    Optional<JsonNode> state =
        Optional.ofNullable(seed)
            .map(name -> StrictJson.readFile(app.environment().resolve(name), name));
    CountDownLatch told = new CountDownLatch(1);
    try (Sandbox sandbox = Sandbox.start(options, app.console()::say)) {
      state.ifPresent(dump -> begin(sandbox, dump));
      // Ctrl-C ends the process by itself; what is in flight then still gets its answer.
      Thread whenKilled = new Thread(sandbox::close);
      Runtime.getRuntime().addShutdownHook(whenKilled);
      Signals.register("TERM", told::countDown);
      access.warnings(app.environment(), host, options.access()).forEach(app.console()::warn);
      app.console().jsonLine(greeting(sandbox));
      told.await();
      Runtime.getRuntime().removeShutdownHook(whenKilled);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(Kind.INTERRUPTED, "interrupted while serving", null);
    }
  }

  private void begin(Sandbox sandbox, JsonNode dump) {
    try {
      sandbox.seed(dump);
    } catch (Failure bad) {
      throw bad.detail("The state is the one in " + seed + ".");
    }
  }

  private SandboxOptions options() {
    return new SandboxOptions(
        host,
        port,
        database(),
        access.links(),
        app.environment().clock(),
        app.environment().random(),
        account.policy(),
        true,
        access.access(app.environment(), host));
  }

  private Optional<Path> database() {
    if (keeping.memory) {
      return Optional.empty();
    }
    return Optional.of(
        keeping.file == null
            ? app.workspace().ownSandboxDatabase()
            : app.environment().resolve(keeping.file));
  }

  private static JsonNode greeting(Sandbox sandbox) {
    return Json.object()
        .put("base_url", sandbox.base().toString())
        .put("appid", sandbox.appId())
        .put("secret", sandbox.secret())
        .put("db", sandbox.db().map(Path::toString).orElse(":memory:"));
  }
}
