package io.github.wxcard.cli.account;

import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.SecretInput;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.config.Profile;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes an account down after WeChat has accepted it. */
@Command(
    name = "login",
    description = "Remember an account: its AppID and secret, as a profile.",
    footer = {
      "",
      "The secret is asked for without showing it, or read from standard input; no option takes",
      "it. Asking WeChat for a token shows whether both are right; only then are they written",
      "down, and the profile becomes the current one. --profile names it; 'default' otherwise.",
      "AppID and secret are at https://developers.weixin.qq.com/platform/, those of a test account",
      "at mp.weixin.qq.com/debug/cgi-bin/sandbox?t=sandbox/login.",
      "",
      "Examples:",
      "  wxcard login --profile shop",
      "  printenv WXCARD_SECRET | wxcard login --profile ci --app-id wx0123456789abcdef --no-check"
    })
public final class LoginCommand extends Subcommand {
  @Option(names = "--app-id", paramLabel = "ID", description = "The AppID; asked for otherwise.")
  String appId;

  @Option(
      names = "--api-base",
      paramLabel = "URL",
      description = {
        "Another address than WeChat's, such as a sandbox of yours.",
        "Default: WXCARD_API_BASE, else what the profile has."
      })
  String apiBase;

  @Option(
      names = "--no-check",
      description = "Write the account down without asking WeChat for a token.")
  boolean noCheck;

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public Document run() {
    String name = context.options().profile == null ? "default" : context.options().profile;
    if (context.options().sandbox || name.equals(ResolvedAccount.SANDBOX)) {
      throw Failure.of(
          FailureKind.USAGE,
          "the built-in sandbox needs no login",
          "Pass --sandbox to any command, or choose another name with --profile.");
    }
    ConfigEntry.checkNamed(name);
    apiBase =
        apiBase == null ? context.environment().variable("WXCARD_API_BASE").orElse(null) : apiBase;
    // A file that cannot take the account is told before anybody types a secret.
    context.settings().file().checkWritable();
    Optional<Profile> before = earlier(name);
    String id = given("AppID", appId == null ? asked() : appId);
    CredentialFormat.APP_ID.doubt(id).ifPresent(context.console()::warn);
    String secret = given("secret", SecretInput.read(context.console(), "secret"));
    CredentialFormat.SECRET.doubt(secret).ifPresent(context.console()::warn);
    Profile profile =
        new Profile(
            name,
            Optional.of(id),
            Optional.of(secret),
            apiBase(before),
            mpBase(before),
            Optional.empty());
    ResolvedAccount target = profile.target();
    if (!noCheck) {
      context.weChat(target).tokens().refresh();
    }
    if (!context.options().dryRun) {
      context.settings().profiles().save(profile);
    }
    String base = target.apiBase().toString();
    return Document.of(
        Json.object()
            .put("profile", name)
            .put("app_id", id)
            .put("api_base", base)
            .put("checked", !noCheck),
        "profile " + name + ": " + id + " at " + base);
  }

  private Optional<Profile> earlier(String name) {
    return context.settings().profiles().all().stream()
        .filter(profile -> profile.name().equals(name))
        .findFirst();
  }

  /** A login again, with a new secret perhaps, stays where the profile was. */
  private Optional<String> apiBase(Optional<Profile> before) {
    return Optional.ofNullable(apiBase).or(() -> before.flatMap(Profile::apiBase));
  }

  private Optional<String> mpBase(Optional<Profile> before) {
    return apiBase == null ? before.flatMap(Profile::mpBase) : Optional.empty();
  }

  private String asked() {
    return context.console().ask("The AppID: ").orElse("");
  }

  private static String given(String what, String text) {
    String value = text.strip();
    if (value.isEmpty()) {
      throw Failure.of(
          FailureKind.INPUT,
          "no " + what + " was given",
          "Pass --app-id and pipe the secret in, or answer on a terminal; the AppID is at"
              + " https://developers.weixin.qq.com/platform/, which can reset a lost secret, and"
              + " both of a test account are at"
              + " https://mp.weixin.qq.com/debug/cgi-bin/sandbox?t=sandbox/login.");
    }
    CredentialFormat.refuseFlawed("the " + what, value);
    return value;
  }
}
