package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.CallbackSignature;
import io.github.wxcard.sign.CallbackTimestamp;
import io.github.wxcard.sign.Signature;
import io.github.wxcard.sign.SignatureMistake;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs what WeChat signs when it calls a merchant's callback address. */
@Command(
    name = "callback",
    description =
        "Print the signature of a request to the callback address; with --encrypt, its"
            + " msg_signature.",
    footer = {
      "",
      "Without --token-stdin and --secrets-stdin, the Token is that in WXCARD_CALLBACK_TOKEN, else",
      "the profile's in the config file (`wxcard config set callback.token`).",
      "",
      "Example: is the signature of a request right?",
      "  echo weixin > token.txt",
      "  wxcard sign callback --token-stdin --timestamp 1357982061 --nonce 1358161344 \\",
      "      --verify 335b26997f05c82243aad6b10a2d1853637e71a8 < token.txt"
    })
final class SignCallbackCommand extends SigningCommand<CallbackSignature> {
  @Option(
      names = "--token-stdin",
      description = "Take the Token, as typed in the console, from standard input.")
  boolean tokenOnStdin;

  @Option(
      names = "--secrets-stdin",
      description = "The same; an EncodingAESKey on the next line, as for `event`, is not needed.")
  boolean secretsOnStdin;

  @Option(
      names = "--encrypt",
      paramLabel = "TEXT",
      description = "The base64 text of the message's Encrypt element.")
  String encrypt = "";

  /** An encrypted text that is there but not signed. */
  private String leftOut = "";

  SignCallbackCommand() {
    super(PastedFormat.CALLBACK);
  }

  @Override
  String pastedDigest(PastedParameters parameters) {
    String encrypted = parameters.get("msg_signature");
    return encrypted.isEmpty() ? super.pastedDigest(parameters) : encrypted;
  }

  @Override
  boolean readsSecret() {
    return tokenOnStdin || secretsOnStdin;
  }

  @Override
  List<SignatureMistake> mistakes(CallbackSignature request, PastedParameters pasted) {
    return List.of(
        SignatureMistake.alsoSigned("encrypt", leftOut),
        SignatureMistake.alsoSigned("echostr", pasted.get("echostr")),
        SignatureMistake.alsoSigned("openid", pasted.get("openid")));
  }

  /** A digest that fits a timestamp which is none vouches for nothing. */
  @Override
  void checkAlone(CallbackSignature request) {
    CallbackTimestamp.read(request.timestamp(), context.environment().clock().instant());
  }

  /** A request in an encrypted mode carries both signatures. */
  @Override
  void checkFurther(CallbackSignature request, PastedParameters pasted) {
    checkAlone(request);
    String plain = pasted.get("signature");
    if (!plain.isEmpty() && !pasted.get("msg_signature").isEmpty()) {
      CallbackSignature bare =
          new CallbackSignature(request.token(), request.timestamp(), request.nonce(), "");
      List<SignatureMistake> known =
          List.of(SignatureMistake.alsoSigned("encrypt", request.encrypt()));
      new DigestVerification(bare, known, List::of, hint()).check(plain, explain);
    }
  }

  @Override
  CallbackSignature signable(PastedParameters pasted, String timestamp, String nonce) {
    // The plain signature of a request leaves its encrypted text out.
    if (pasted.get("msg_signature").isEmpty() && params != null && encrypt.isEmpty()) {
      leftOut = pasted.get("Encrypt");
    } else {
      encrypt = given(encrypt, pasted, "Encrypt");
    }
    return new CallbackSignature(readsSecret() ? typed() : written(), timestamp, nonce, encrypt);
  }

  private String typed() {
    String secrets = CommandInput.secret(context.console(), "Token");
    return secretsOnStdin ? secrets.lines().findFirst().orElse("") : secrets;
  }

  private String written() {
    return context
        .settings()
        .callbackToken()
        .orElseThrow(
            () ->
                Failure.of(
                    FailureKind.USAGE,
                    "the Token of the callback address is needed",
                    "Add --token-stdin and pass the Token on standard input, not as an argument; or"
                        + " set WXCARD_CALLBACK_TOKEN, or write it down with `wxcard config set"
                        + " callback.token`."));
  }

  @Override
  String hint() {
    return "Check that the Token is the one typed in the console, and that all values come from one"
        + " request.";
  }

  @Override
  SignatureResult result(CallbackSignature request, PastedParameters pasted) {
    if (timestamp == null || nonce == null) {
      context
          .console()
          .say("Signed with timestamp " + request.timestamp() + " and nonce " + request.nonce());
    }
    Signature signature = request.signature();
    ObjectNode document = Json.object().put("signature", signature.digest());
    return new SignatureResult(signature.digest(), document, signature, explain);
  }
}
