package io.github.wxcard.cli.base;

import io.github.wxcard.client.ClientOptions;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.client.WeChat.RecordedRequest;
import io.github.wxcard.config.AccountSelection;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.Settings;
import io.github.wxcard.config.Version;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Printer;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.scenario.CommandRunner;
import io.github.wxcard.text.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What one command works with: its options, streams, account and client, each made once. */
public final class CommandContext {
  /** How a command line runs inside another command. */
  public enum Nesting {
    /** As if it had been typed. */
    PRINTED,
    /** Its result and its failure are not printed: the caller reads the outcome. */
    QUIET,
    /** Quiet, with a standard input and output of its own. */
    ISOLATED
  }

  private final ProgramContext program;
  private final Console streams;
  private final GlobalOptions options;
  private final Timeouts timeouts;
  private final BiFunction<CommandContext, Nesting, CommandRunner> nested;
  private final boolean quiet;
  private final Console console;
  private final List<WeChat> clients = new ArrayList<>();
  private Settings settings;
  private ResolvedAccount target;
  private WeChat weChat;
  private Instant end;

  /**
   * @param streams those of the command; its colours and its timeout with standard input are the
   *     options'
   * @param nested makes what runs command lines inside a command
   * @param quiet whether somebody else reads the outcome, so that nothing is to be printed of it
   */
  public CommandContext(
      ProgramContext program,
      Console streams,
      GlobalOptions options,
      Timeouts timeouts,
      BiFunction<CommandContext, Nesting, CommandRunner> nested,
      boolean quiet) {
    this.program = program;
    this.streams = streams;
    this.options = options;
    this.timeouts = timeouts;
    this.nested = nested;
    this.quiet = quiet;
    Console coloured = streams.with(options.color);
    this.console =
        timeouts
            .input()
            .map(limit -> coloured.readingThrough(in -> new TimedInput(in, limit)))
            .orElse(coloured);
  }

  public ProgramContext program() {
    return program;
  }

  public Environment environment() {
    return program.environment();
  }

  public Console console() {
    return console;
  }

  /** The streams as they came, with nobody's colours and timeout. */
  public Console streams() {
    return streams;
  }

  public GlobalOptions options() {
    return options;
  }

  /** What the person is told of errors in. */
  public Language language() {
    return options.language(environment());
  }

  /** Prints results and failures as the options ask. */
  public Printer printer() {
    return new Printer(console, options.format(), language());
  }

  /** Something worth knowing that only a person at the keyboard would miss. */
  public void note(String text) {
    if (!quiet) {
      console.say(text);
    }
  }

  /** What the person has set, wherever they set it. */
  public Settings settings() {
    if (settings == null) {
      AccountSelection choices =
          new AccountSelection(
              Optional.ofNullable(options.profile),
              options.sandbox,
              Optional.ofNullable(options.config).map(environment()::resolve));
      settings = new Settings(environment(), choices, program::note, timeLimit());
    }
    return settings;
  }

  /** The account and where it is served; starts the built-in sandbox when that is the one. */
  public ResolvedAccount target() {
    if (target == null) {
      target = started(settings().target());
    }
    return target;
  }

  /** The API of the target. */
  public WeChat weChat() {
    if (weChat == null) {
      program.prepareConnections(clientOptions());
      weChat = open(target(), clientOptions());
    }
    return weChat;
  }

  /** As {@link #weChat()}, with connections of the caller's to close. */
  WeChat weChatApart() {
    WeChat apart = program.connectApart(target(), settings().tokens(target()), clientOptions());
    clients.add(apart);
    return apart;
  }

  /** Aims at a sandbox to control instead of at the account, which may be a real one. */
  public void aimAtSandbox() {
    target = started(settings().sandbox());
  }

  /** Aims at a sandbox at some address of this machine, whoever started it. */
  public void aimAt(URI base, ClientOptions.Pause betweenTries) {
    target = ResolvedAccount.sandboxAt(base);
    weChat = open(target, clientOptions().withPause(betweenTries));
  }

  /** The API of an account that is being tried out, not this run's own. */
  public WeChat weChat(ResolvedAccount candidate) {
    return open(candidate, clientOptions());
  }

  private WeChat open(ResolvedAccount account, ClientOptions how) {
    WeChat client = program.connect(account, settings().tokens(account), how);
    clients.add(client);
    return client;
  }

  private ResolvedAccount started(ResolvedAccount chosen) {
    if (!chosen.builtIn()) {
      return chosen;
    }
    Sandbox sandbox = program.sandbox();
    if (sandbox.db().isEmpty()) {
      settings().rememberIn(program.inMemoryConfig());
    }
    return chosen.at(sandbox.base(), sandbox.instance());
  }

  private ClientOptions clientOptions() {
    ClientOptions how =
        ClientOptions.usual(Version.current())
            .withCallLimit(timeLimit())
            .withDryRun(options.dryRun)
            .withPause(program.pause())
            .withCancellation(program.interrupts().cancellation());
    if (timeouts.whole()) {
      how = how.withDeadline(end());
    }
    return options.verbose ? how.withTrace(console::say) : how;
  }

  /** The requests that a dry run kept back. */
  public List<RecordedRequest> recorded() {
    return clients.stream().flatMap(client -> client.recorded().stream()).toList();
  }

  /** What is shown of a command that found this: after a dry run its requests instead. */
  public CommandResult shown(CommandResult found) {
    List<RecordedRequest> requests = recorded();
    return found instanceof DryRunResult || requests.isEmpty() ? found : DryRunResult.of(requests);
  }

  /** How long the command may take, or each of its requests when it waits by nature. */
  public Duration timeLimit() {
    return timeouts.time();
  }

  /** When a wait that begins now must end: never, unless a time limit is given. */
  public Deadline deadline() {
    Optional<Duration> limit = Optional.ofNullable(options.timeout);
    return new Deadline(
        environment().clock(),
        limit,
        limit.isEmpty() ? Instant.MAX : timeouts.whole() ? end() : fromNow(limit.get()));
  }

  /** When the whole command must be over: the same for its requests and its waits. */
  private Instant end() {
    if (end == null) {
      end = fromNow(timeLimit());
    }
    return end;
  }

  private Instant fromNow(Duration time) {
    return environment().clock().instant().plus(time);
  }

  /** Sees to it that what is begun now is tidied up, even when the person says stop. */
  public RunInterruption runInterruption() {
    return program.interrupts().runInterruption();
  }

  /** The same surroundings with nothing decided yet, for what happens beside the command. */
  public CommandContext afresh() {
    return new CommandContext(program, streams, options, timeouts.beside(), nested, true);
  }

  /** Runs and checks further command lines in this one's surroundings. */
  public CommandRunner commands(Nesting nesting) {
    return nested.apply(this, nesting);
  }
}
