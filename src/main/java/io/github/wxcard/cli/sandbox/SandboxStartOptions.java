package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.DocumentReader;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a sandbox for other programs is started, and the start itself. */
final class SandboxStartOptions {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "The address to listen on. Default: 127.0.0.1.")
  String host = "127.0.0.1";

  @ArgGroup StorageOptions storage = new StorageOptions();

  /** Where the state is kept: in one of these, or where the command says. */
  static final class StorageOptions {
    @Option(names = "--db", paramLabel = "FILE", description = "Keep the state in this database.")
    String file;

    @Option(
        names = "--memory",
        description = "Keep everything in memory, and forget it at the end.")
    boolean memory;
  }

  @Mixin final SandboxAccountOptions account = new SandboxAccountOptions();

  @Mixin final ServeAccessOptions access = new ServeAccessOptions();

  @Option(
      names = "--seed",
      paramLabel = "FILE",
      description = {
        "Begin with the state that `wxcard sandbox export` wrote. The database",
        "must hold no cards and codes; what else is in it is replaced."
      })
  String seed;

  /**
   * Starts one; who may call it is told on standard error, once it answers.
   *
   * @param port 0 takes a free one
   * @param usual where the state is kept when nothing is said; empty: in memory
   * @param refusals told in one line why a call was refused
   */
  Sandbox start(CommandContext context, int port, Optional<Path> usual, Consumer<String> refusals) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw Failure.of(
          FailureKind.USAGE, "--port is " + port, "Use 0 to 65535; 0 takes a free port.");
    }
    SandboxOptions options = options(context, port, usual);
    Optional<JsonNode> state =
        Optional.ofNullable(seed)
            .map(
                name ->
                    DocumentReader.readStrictly(
                        context.environment().resolve(name), name, context.timeLimit()));
    Sandbox sandbox = Sandbox.start(options, refusals);
    try {
      state.ifPresent(dump -> begin(sandbox, dump));
    } catch (Failure bad) {
      sandbox.close();
      throw bad;
    }
    access.warnings(context.environment(), host, options.access()).forEach(context.console()::warn);
    return sandbox;
  }

  /** Whether it is said where the state is kept. */
  boolean namesDatabase() {
    return storage.memory || storage.file != null;
  }

  private void begin(Sandbox sandbox, JsonNode dump) {
    try {
      sandbox.seed(dump);
    } catch (Failure bad) {
      throw bad.detail("The state is the one in " + seed + ".");
    }
  }

  private SandboxOptions options(CommandContext context, int port, Optional<Path> usual) {
    return new SandboxOptions(
        host,
        port,
        database(context, usual),
        access.links(),
        context.environment().clock(),
        context.environment().random(),
        account.policy(),
        true,
        access.access(context.environment(), host),
        context.options().verbose);
  }

  private Optional<Path> database(CommandContext context, Optional<Path> usual) {
    if (storage.memory) {
      return Optional.empty();
    }
    return storage.file == null
        ? usual
        : context.program().sandboxDatabase().file(Optional.of(storage.file));
  }
}
