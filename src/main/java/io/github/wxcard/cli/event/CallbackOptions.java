package io.github.wxcard.cli.event;

import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.config.CallbackSettings;
import io.github.wxcard.config.Settings;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.sign.CallbackSignature;
import picocli.CommandLine.Option;

/** Where Token, EncodingAESKey and AppID come from: the profile, or standard input. */
final class CallbackOptions {
  @Option(
      names = "--secrets-stdin",
      description = {
        "Take the Token and, on the next line, the EncodingAESKey from stdin.",
        "Default: WXCARD_CALLBACK_TOKEN and WXCARD_ENCODING_AES_KEY, else the",
        "profile's, which `wxcard config set callback.token` writes down."
      })
  boolean onStdin;

  @Option(
      names = "--app-id",
      paramLabel = "APPID",
      description = "Whose messages they are. Default: the account in use.")
  String appId;

  /** The secrets; a failure that says how to pass them when they are nowhere. */
  CallbackKeys keys(CommandContext context, KeyUse use) {
    CallbackSettings block = onStdin ? typed(context, use) : written(context.settings());
    String key = use == KeyUse.NONE ? "" : block.encodingAesKey();
    check(block, key, use);
    boolean encrypts = !key.isEmpty();
    CallbackKeys keys = new CallbackKeys(block.token(), key, encrypts ? appId(context) : "");
    keys.cipher(); // A key that is none is told before anything else happens.
    return keys;
  }

  private String appId(CommandContext context) {
    return appId == null ? context.settings().target().appId() : appId;
  }

  private static CallbackSettings typed(CommandContext context, KeyUse use) {
    String token = context.console().askSecret("The Token: ").orElse("");
    String key =
        switch (use) {
          case NONE -> "";
          case IF_KNOWN ->
              context.console().askSecret("The EncodingAESKey (empty: none): ").orElse("");
          case NEEDED -> context.console().askSecret("The EncodingAESKey: ").orElse("");
        };
    return new CallbackSettings(token, key, "standard input");
  }

  private static CallbackSettings written(Settings settings) {
    return settings
        .callback(settings.target())
        .orElseThrow(
            () ->
                Failure.of(
                    FailureKind.USAGE,
                    "the Token of the callback address is needed",
                    "Add --secrets-stdin and pass it on standard input, or set"
                        + " WXCARD_CALLBACK_TOKEN, or write it down with `wxcard config set"
                        + " callback.token`."));
  }

  private String place(String origin) {
    return (onStdin ? "on " : "in ") + origin;
  }

  private void check(CallbackSettings block, String key, KeyUse use) {
    FailureKind kind = onStdin ? FailureKind.INPUT : FailureKind.CONFIG;
    if (!CallbackSignature.isToken(block.token())) {
      throw Failure.of(
          kind,
          "the Token " + place(block.tokenOrigin()) + " is not 3 to 32 letters or digits",
          onStdin
              ? "The first line is the Token, as in the console; the second is the EncodingAESKey."
              : "Copy it from the console, where the callback address is set.");
    }
    if (use == KeyUse.NEEDED && key.isEmpty()) {
      throw Failure.of(
          kind,
          "there is no EncodingAESKey " + place(block.keyOrigin()),
          "Copy it from the console of the account; on standard input it follows the Token's line,"
              + " in the environment it is WXCARD_ENCODING_AES_KEY.");
    }
  }

  /** What a command wants the EncodingAESKey for. */
  enum KeyUse {
    NONE,
    /** Nothing is lost without it unless a message turns out to be encrypted. */
    IF_KNOWN,
    NEEDED
  }
}
