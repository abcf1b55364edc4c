package io.github.wxcard.cli.base;

import io.github.wxcard.client.ClientOptions;
import io.github.wxcard.client.RecordedRequest;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.config.Choices;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.Settings;
import io.github.wxcard.config.Target;
import io.github.wxcard.config.Version;
import io.github.wxcard.output.Console;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.scenario.CommandGrammar;
import io.github.wxcard.scenario.CommandOutcome;
import io.github.wxcard.scenario.CommandRunner;
import io.github.wxcard.scenario.StepCommands;
import io.github.wxcard.text.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one command works with. Everything is made at the first need, and once. */
public final class App {
  private final Workspace workspace;
  private final Globals globals;
  private final Presenter presenter;
  private final Timeouts timeouts;
  private final Inner runner;
  private final Console console;
  private Settings settings;
  private Target target;
  private WeChat weChat;
  private Instant end;

  public App(
      Workspace workspace, Globals globals, Presenter presenter, Timeouts timeouts, Inner runner) {
    this.workspace = workspace;
    this.globals = globals;
    this.presenter = presenter;
    this.timeouts = timeouts;
    this.runner = runner;
    Console colored = workspace.console().with(globals.color);
    this.console =
        timeouts
            .input()
            .map(limit -> colored.readingThrough(in -> new TimedInput(in, limit)))
            .orElse(colored);
  }

  public Environment environment() {
    return workspace.environment();
  }

  public Console console() {
    return console;
  }

  /** Something worth knowing that only a person at the keyboard would miss. */
  public void note(String text) {
    presenter.note(text);
  }

  public Globals globals() {
    return globals;
  }

  /** What the person is told of errors in. */
  public Language language() {
    return globals.language == null ? Language.of(environment()::variable) : globals.language;
  }

  public Workspace workspace() {
    return workspace;
  }

  /** What the person has set, wherever they set it. */
  public Settings settings() {
    if (settings == null) {
      Choices choices =
          new Choices(
              Optional.ofNullable(globals.profile),
              globals.sandbox,
              Optional.ofNullable(globals.config).map(environment()::resolve));
      settings = new Settings(environment(), choices, workspace::note, timeLimit());
    }
    return settings;
  }

  /** The account and where it is served; starts the built-in sandbox when that is the one. */
  public Target target() {
    if (target == null) {
      Target chosen = settings().target();
      target = chosen.builtIn() ? started(chosen) : chosen;
    }
    return target;
  }

  /** The API of the target. */
  public WeChat weChat() {
    if (weChat == null) {
      weChat = workspace.connect(target(), settings().tokens(target()), clientOptions());
    }
    return weChat;
  }

  /** As {@link #weChat()}, with connections of the caller's to close. */
  WeChat weChatApart() {
    weChat = workspace.connectApart(target(), settings().tokens(target()), clientOptions());
    return weChat;
  }

  /** Aims at a sandbox to control instead of at the account, which may be a real one. */
  public void aimAtSandbox() {
    Target chosen = settings().sandbox();
    target = chosen.builtIn() ? started(chosen) : chosen;
  }

  /** Aims at a sandbox at some address of this machine, whoever started it. */
  public void aimAt(URI base, ClientOptions.Pause betweenTries) {
    target = Target.sandboxAt(base);
    ClientOptions options = clientOptions().withPause(betweenTries);
    weChat = workspace.connect(target, settings().tokens(target), options);
  }

  /** How long the command may take, or each of its requests when it waits by nature. */
  public Duration timeLimit() {
    return timeouts.time();
  }

  /** When a wait that begins now must end: never, unless a time limit is given. */
  public Deadline deadline() {
    Optional<Duration> limit = Optional.ofNullable(globals.timeout);
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

  /** The API of an account that is being tried out, not this run's own. */
  public WeChat weChat(Target candidate) {
    weChat = workspace.connect(candidate, settings().tokens(candidate), clientOptions());
    return weChat;
  }

  /** The same surroundings with nothing decided yet, for what happens beside the command. */
  public App afresh() {
    return new App(workspace, globals, Presenter.silent(), timeouts.beside(), runner);
  }

  /** Runs further commands in this one's surroundings; what they find is not printed. */
  public CommandRunner quietCommands() {
    return words -> runner.run(workspace, globals, words, Presenter.silent());
  }

  /** Sees to it that what is begun now is tidied up, even when the person says stop. */
  public RunInterruption runInterruption() {
    return workspace.interrupts().runInterruption();
  }

  /** What command lines can be understood. */
  public CommandGrammar grammar() {
    return runner;
  }

  /** Runs further commands quietly, each with a standard input and output of its own. */
  public StepCommands stepCommands() {
    return new SeparateCommands(workspace, globals, runner);
  }

  /** Runs further commands as if each had been typed. */
  public CommandRunner printingCommands() {
    return words -> runner.run(workspace, globals, words, new PrintingPresenter(console));
  }

  /** The requests that a dry run kept back. */
  public List<RecordedRequest> recorded() {
    return weChat == null ? List.of() : weChat.recorded();
  }

  private Target started(Target chosen) {
    Sandbox sandbox = workspace.sandbox();
    if (sandbox.db().isEmpty()) {
      settings().rememberIn(workspace.inMemoryConfig());
    }
    return chosen.at(sandbox.base(), sandbox.instance());
  }

  private ClientOptions clientOptions() {
    Duration limit = timeLimit();
    ClientOptions options =
        ClientOptions.usual(Version.current())
            .withCallLimit(limit)
            .withDryRun(globals.dryRun)
            .withPause(workspace.pause())
            .withCancellation(workspace.interrupts().cancellation());
    if (timeouts.whole()) {
      options = options.withDeadline(end());
    }
    return globals.verbose ? options.withTrace(console::say) : options;
  }

  /** Runs or checks a command line inside another one, whose options hold where it has none. */
  public interface Inner extends CommandGrammar {
    CommandOutcome run(Workspace place, Globals outer, List<String> words, Presenter presenter);

    /** Lets every line pass, unless it is known better. */
    @Override
    default Optional<Misfit> check(List<String> words) {
      return Optional.empty();
    }
  }
}
