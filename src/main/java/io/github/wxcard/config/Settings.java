package io.github.wxcard.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything the person has set, wherever they set it. Nothing is read before it is asked for. */
public final class Settings {
  private final Environment environment;
  private final AccountSelection choices;
  private final Consumer<String> notices;
  private final ConfigFile file;
  private ConfigFile memory;
  private ResolvedAccount target;

  /**
   * @param notices what the person should know about the choice, for the error stream
   */
  public Settings(Environment environment, AccountSelection choices, Consumer<String> notices) {
    this.environment = environment;
    this.choices = choices;
    this.notices = notices;
    this.file = new ConfigFile(path(), environment);
    this.memory = file;
  }

  /**
   * @param notices what the person should know about the choice, for the error stream
   * @param timeout how long another process may keep the file locked
   */
  public Settings(
      Environment environment,
      AccountSelection choices,
      Consumer<String> notices,
      Duration timeout) {
    this.environment = environment;
    this.choices = choices;
    this.notices = notices;
    this.file = new ConfigFile(path(), environment, timeout);
    this.memory = file;
  }

  public ConfigFile file() {
    return file;
  }

  /** Has what the program itself remembers written elsewhere than into the person's file. */
  public void rememberIn(ConfigFile other) {
    memory = other;
  }

  /** Who named the file. */
  public String fileOrigin() {
    if (choices.configFile().isPresent()) {
      return "--config";
    }
    return environment.variable("WXCARD_CONFIG").isPresent() ? "WXCARD_CONFIG" : "default";
  }

  /** Why the file is left aside, when it cannot be relied on and this run does not need it. */
  public Optional<Failure> fileLeftAside() {
    try {
      file.load();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(file.unreadable(e)).filter(why -> !needsFile(askedProfile()));
    }
  }

  public Profiles profiles() {
    return new Profiles(file);
  }

  /** The account and host of this run, worked out once. */
  public synchronized ResolvedAccount target() {
    if (target == null) {
      target = choose().orElseGet(this::unconfigured);
    }
    return target;
  }

  /** The sandbox to control: the target when it is one, else the built-in one. */
  public ResolvedAccount sandbox() {
    Optional<ResolvedAccount> chosen = target == null ? choose() : Optional.of(target);
    return chosen
        .filter(ResolvedAccount::isSandbox)
        .orElseGet(() -> ResolvedAccount.sandbox("a sandbox command"));
  }

  /**
   * The target's tokens.
   *
   * @param account the target with its final address: a built-in sandbox after its start
   */
  public FileTokenStore tokens(ResolvedAccount account) {
    return new FileTokenStore(memory, account.cacheKey(), environment, notices);
  }

  /** What the target's messages are signed and encrypted with, when anything says so. */
  public Optional<CallbackSettings> callback(ResolvedAccount account) {
    if (CallbackSettings.isWhole(environment)) {
      return CallbackSettings.of(environment, Json.object(), account.profile());
    }
    boolean needed = !account.builtIn() && needsFile(askedProfile());
    return CallbackSettings.of(environment, tree(needed), account.profile());
  }

  /** The Token alone, for a command that needs no account: that of the one which would be used. */
  public Optional<String> callbackToken() {
    Optional<String> variable = environment.variable(CallbackSettings.TOKEN_VARIABLE);
    return variable.isPresent() ? variable : writtenCallback().map(CallbackSettings::token);
  }

  private Optional<CallbackSettings> writtenCallback() {
    Optional<ResolvedAccount> chosen = target == null ? choose() : Optional.of(target);
    return callback(chosen.orElseGet(() -> ResolvedAccount.sandbox("no account is configured")));
  }

  /** The test whitelist as it was last set. */
  public RememberedTesters testers(ResolvedAccount account) {
    return new RememberedTesters(memory, account, notices);
  }

  private Path path() {
    return choices
        .configFile()
        .or(() -> environment.variable("WXCARD_CONFIG").map(environment::resolve))
        .orElseGet(() -> ConfigFile.defaultPath(environment));
  }

  /** The account and host, unless nothing says which. */
  private Optional<ResolvedAccount> choose() {
    if (choices.sandbox()) {
      return Optional.of(ResolvedAccount.sandbox("--sandbox"));
    }
    ResolvedSetting asked = askedProfile();
    if (asked.is(ResolvedAccount.SANDBOX)) {
      return Optional.of(ResolvedAccount.sandbox(asked.origin()));
    }
    ObjectNode tree = tree(needsFile(asked));
    ResolvedSetting profile = ResolvedSetting.first(asked, remembered(tree));
    if (AccountResolver.describesNothing(environment)
        && (profile.absent() || profile.is(ResolvedAccount.SANDBOX))) {
      return profile.absent()
          ? Optional.empty()
          : Optional.of(ResolvedAccount.sandbox(profile.origin()));
    }
    return Optional.of(new AccountResolver(environment, notices).from(tree, profile));
  }

  private ResolvedSetting askedProfile() {
    return ResolvedSetting.first(
        ResolvedSetting.of(choices.profile(), "--profile"),
        ResolvedSetting.variable(environment, "WXCARD_PROFILE"));
  }

  private boolean needsFile(ResolvedSetting askedProfile) {
    return !askedProfile.absent() || !AccountResolver.describesAccount(environment);
  }

  /**
   * The file's tree.
   *
   * @param needed whether there is no account without it; else a file that cannot be relied on is
   *     left aside
   */
  private ObjectNode tree(boolean needed) {
    ObjectNode tree;
    try {
      tree = needed ? file.read() : file.load().orElseGet(Json::object);
    } catch (IOException e) {
      notices.accept("warning: " + file.leftAside(e));
      return Json.object();
    }
    warnOfExposure();
    return tree;
  }

  private void warnOfExposure() {
    file.exposure()
        .ifPresent(
            seen ->
                notices.accept(
                    "warning: others can read " + file.path() + " (" + seen + "); chmod 600 it."));
  }

  private static ResolvedSetting remembered(ObjectNode tree) {
    boolean chosen = Profiles.current(tree).isPresent();
    return ResolvedSetting.of(
        Profiles.usual(tree), (chosen ? "current" : "only") + " profile of the config file");
  }

  private ResolvedAccount unconfigured() {
    if (environment.variable("CI").isPresent()) {
      throw Failure.of(
          FailureKind.CONFIG,
          "no account is configured, and CI is set",
          "Pass --sandbox to run against the built-in sandbox, or set WXCARD_APPID and"
              + " WXCARD_SECRET; on a machine of your own, `wxcard login` remembers an account.");
    }
    notices.accept(
        "No account is configured: using the built-in sandbox (`wxcard login` sets up a real"
            + " one).");
    return ResolvedAccount.sandbox("nothing is configured");
  }
}
