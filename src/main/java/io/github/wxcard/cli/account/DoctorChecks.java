package io.github.wxcard.cli.account;

import io.github.wxcard.cli.account.DoctorReport.Check;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.client.Tokens.Token;
import io.github.wxcard.client.WeChat.ProbeResult;
import io.github.wxcard.client.redis.RedisTokenStore;
import io.github.wxcard.config.ConfigFile;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checks in the order in which one rests on the other; the first failure ends the row. */
final class DoctorChecks {
  /** Signatures and lifetimes rest on the clock; a header tells it to the second only. */
  private static final Duration TOLERATED_SKEW = Duration.ofSeconds(30);

  /** What stable_token answers to a wrong AppID or secret. */
  private static final Set<Integer> WRONG = Set.of(40001, 40013, 40125);

  private final CommandContext context;
  private final List<Check> checks = new ArrayList<>();
  private Optional<Duration> ahead = Optional.empty();
  private boolean stored;

  DoctorChecks(CommandContext context) {
    this.context = context;
  }

  DoctorReport report() {
    boolean passed =
        passed("config file", this::configFile)
            && passed("account", this::account)
            && passed("connection", this::connection)
            && passed("clock", this::clock)
            && tokenStore()
            && passed("token", this::token)
            && passed("secret", this::secret)
            && passed("card API", this::cardApi);
    Optional<ResolvedAccount> target = passed ? Optional.of(context.target()) : targetIfKnown();
    return new DoctorReport(
        new SettingOrigins(context).of(target),
        checks.stream().map(check -> check.in(context.language())).toList());
  }

  private boolean passed(String name, Supplier<Check> check) {
    try {
      Check found = check.get();
      checks.add(found);
      return found.failure().isEmpty();
    } catch (Failure failure) {
      checks.add(Check.failed(name, failure));
      return false;
    }
  }

  private Check configFile() {
    ConfigFile file = context.settings().file();
    Optional<Failure> leftAside = context.settings().fileLeftAside();
    if (leftAside.isPresent()) {
      Failure why = leftAside.get();
      return Check.warning(
          "config file", why.getMessage() + "; it is not used", why.fix().orElseThrow());
    }
    file.read();
    List<Exposed> exposed =
        Stream.of(
                file.exposure().map(mode -> new Exposed(file.path(), mode, "600")),
                file.folderExposure()
                    .map(mode -> new Exposed(file.path().getParent(), mode, "700")))
            .flatMap(Optional::stream)
            .toList();
    return exposed.isEmpty()
        ? Check.ok("config file", file.present() ? "private" : "none yet")
        : Check.warning(
            "config file",
            "others can get at " + joined(exposed, Exposed::shown, " and "),
            joined(exposed, Exposed::mend, "; "));
  }

  private static String joined(List<Exposed> exposed, Function<Exposed, String> text, String by) {
    return exposed.stream().map(text).collect(Collectors.joining(by));
  }

  /**
   * What others can get at.
   *
   * @param permissions in {@code ls} form
   * @param mode the one it should have
   */
  private record Exposed(Path path, String permissions, String mode) {
    String shown() {
      return path + " (" + permissions + ")";
    }

    String mend() {
      return "chmod " + mode + " " + path;
    }
  }

  private Check account() {
    return Check.ok("account", context.settings().target().appId());
  }

  private Check connection() {
    ProbeResult probe = context.weChat().probe();
    String host = context.target().apiBase().getAuthority();
    ahead = probe.date().map(date -> Duration.between(date, now()));
    return Check.ok("connection", host + " answers in " + probe.took().toMillis() + " ms");
  }

  private Check clock() {
    return ahead
        .map(DoctorChecks::clock)
        .orElseGet(() -> Check.ok("clock", "the host does not tell"));
  }

  private static Check clock(Duration ahead) {
    if (ahead.abs().compareTo(TOLERATED_SKEW) <= 0) {
      return Check.ok("clock", "agrees with the host's");
    }
    String direction = ahead.isNegative() ? " s behind" : " s ahead of";
    return Check.warning(
        "clock",
        "this machine is " + ahead.abs().toSeconds() + direction + " the host",
        "Set the clock: signatures carry the time, and tokens are kept by it.");
  }

  /** One that does not answer stops nothing. */
  private boolean tokenStore() {
    context.weChat().sharedTokens().ifPresent(shared -> checks.add(answering(shared)));
    return true;
  }

  private static Check answering(RedisTokenStore shared) {
    try {
      return Check.ok("token store", "answers in " + shared.probe().toMillis() + " ms");
    } catch (Failure failure) {
      return Check.warning(
          "token store",
          failure.getMessage() + "; tokens are kept on this machine meanwhile",
          failure.fix().orElseThrow());
    }
  }

  private Check token() {
    Token token = context.weChat().tokens().current();
    stored = token.cached();
    return Check.ok(
        "token",
        token.kind()
            + ", "
            + (stored ? "stored" : "fetched just now")
            + ", good until "
            + token.expiresAt().truncatedTo(ChronoUnit.SECONDS));
  }

  /** A stored token says nothing about the secret: that shows only when the next one is due. */
  private Check secret() {
    if (!stored) {
      return Check.ok("secret", "right: the token was fetched with it");
    }
    try {
      context.weChat().tokens().checkSecret();
      return Check.ok("secret", "right: WeChat hands out a token for it");
    } catch (Failure failure) {
      if (failure.kind() == FailureKind.AUTH) {
        boolean wrong = failure.errcode().filter(WRONG::contains).isPresent();
        return Check.failed("secret", failure)
            .detailed(wrong ? "wrong, though a stored token still works; " : "");
      }
      return Check.warning(
          "secret",
          "not known to be right or wrong: " + failure.getMessage(),
          "Try again later; until it expires, the stored token will do.");
    }
  }

  private Check cardApi() {
    context.weChat().get("/card/getcolors", Map.of());
    return Check.ok("card API", "answers this account");
  }

  private Optional<ResolvedAccount> targetIfKnown() {
    try {
      return Optional.of(context.settings().target());
    } catch (Failure failure) {
      return Optional.empty();
    }
  }

  private Instant now() {
    return context.environment().clock().instant();
  }
}
