package io.github.wxcard.cli.account;

import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.SecretInput;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.config.ConfigKey;
import io.github.wxcard.config.ProfileValues;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.sign.CallbackSignature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes one value into the config file. */
@Command(
    name = "set",
    description = "Write a value down; the profile is made when there is none of that name.",
    footer = {
      "",
      "Without VALUE it is read from standard input, or asked for. That is the only way for",
      "secret, callback.token, callback.encodingAesKey and a tokenStore with a password:",
      "arguments show in the list of processes. Nothing is asked of WeChat; `wxcard login` and",
      "`wxcard doctor` do that.",
      "",
      "Examples:",
      "  wxcard config set apiBase https://sh.api.weixin.qq.com",
      "  printenv WXCARD_CALLBACK_TOKEN | wxcard config set callback.token",
      "  wxcard config set current shop"
    })
final class ConfigSetCommand extends Subcommand {
  @Parameters(
      index = "0",
      paramLabel = "KEY",
      completionCandidates = ConfigEntry.KeyCandidates.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  String key;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "VALUE",
      description = "The value, unless it is secret. Default: standard input.")
  String value;

  @Override
  public Document run() {
    ConfigEntry entry = ConfigEntry.possible(context, key);
    // A file that cannot take the value is told before anybody types a secret.
    context.settings().file().checkWritable();
    String given = given(entry.key());
    write(entry, given);
    boolean pretended = context.options().dryRun;
    String shown = ProfileValues.shown(entry.key(), given);
    return Document.of(
        entry.json().put(pretended ? "would_set" : "value", shown),
        (pretended ? "would set " : "") + entry + ": " + shown);
  }

  private void write(ConfigEntry entry, String given) {
    boolean pretended = context.options().dryRun;
    if (entry.key() == ConfigKey.CURRENT) {
      context.settings().profiles().checkUsable(given);
      if (!pretended) {
        context.settings().profiles().use(given);
      }
      return;
    }
    ProfileValues values = new ProfileValues(context.settings().file());
    String profile = entry.profile().orElseThrow();
    values.check(profile, entry.key(), given);
    if (!pretended) {
      values.set(profile, entry.key(), given);
    }
  }

  /** The value, from where it may come. */
  private String given(ConfigKey wanted) {
    String name = wanted.path();
    if (value != null && mayBeSecret(wanted)) {
      throw Failure.of(
          FailureKind.USAGE,
          name + " is not taken as an argument, which everybody could see in the list of processes",
          "Pass it on standard input: wxcard config set " + name + " < FILE");
    }
    String text = (value == null ? typed(wanted) : value).strip();
    if (text.isEmpty()) {
      throw Failure.of(
          FailureKind.INPUT,
          "no value was given",
          "To take " + name + " out, use `wxcard config unset`.");
    }
    CredentialFormat.refuseFlawed("the value of " + name, text);
    checkForm(wanted, text);
    return text;
  }

  private boolean mayBeSecret(ConfigKey wanted) {
    return wanted.isSecret() || (wanted == ConfigKey.TOKEN_STORE && value.indexOf('@') >= 0);
  }

  private String typed(ConfigKey wanted) {
    return wanted.isSecret() || wanted == ConfigKey.TOKEN_STORE
        ? SecretInput.read(context.console(), wanted.path())
        : context.console().ask("The " + wanted.path() + ": ").orElse("");
  }

  /** What WeChat would refuse later, or what looks wrong. */
  private void checkForm(ConfigKey wanted, String text) {
    switch (wanted) {
      case APP_ID -> CredentialFormat.APP_ID.doubt(text).ifPresent(context.console()::warn);
      case SECRET -> CredentialFormat.SECRET.doubt(text).ifPresent(context.console()::warn);
      case CALLBACK_TOKEN -> {
        if (!CallbackSignature.isToken(text)) {
          throw Failure.of(
              FailureKind.INPUT,
              "the Token is not 3 to 32 letters or digits",
              CredentialFormat.COPIED);
        }
      }
      case CALLBACK_AES_KEY -> new CallbackKeys("", text, "").cipher();
      default -> {}
    }
  }
}
