package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.SecretInput;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.CallbackRequest;
import io.github.wxcard.sign.Signature;
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
      "Example: is the signature of a request right?",
      "  wxcard sign callback --token-stdin --timestamp 1357982061 --nonce 1358161344 \\",
      "      --verify 335b26997f05c82243aad6b10a2d1853637e71a8 < token.txt"
    })
final class SignCallbackCommand extends SigningCommand<CallbackRequest> {
  @Option(
      names = "--token-stdin",
      description = "Take the Token, as typed in the console, from standard input.")
  boolean tokenOnStdin;

  @Option(
      names = "--encrypt",
      paramLabel = "TEXT",
      description = "The base64 text of the message's Encrypt element.")
  String encrypt = "";

  @Override
  CallbackRequest signable(String timestamp, String nonce) {
    if (!tokenOnStdin) {
      throw Failure.of(
          Kind.USAGE,
          "the Token of the callback address is needed",
          "Add --token-stdin and pass the Token on standard input, not as an argument.");
    }
    String token = SecretInput.read(app.console(), "Token");
    return new CallbackRequest(token, timestamp, nonce, encrypt);
  }

  @Override
  String hint() {
    return "Check that the Token is the one typed in the console, and that all values come from one"
        + " request.";
  }

  @Override
  Signed result(CallbackRequest request) {
    if (timestamp == null || nonce == null) {
      app.console()
          .say("Signed with timestamp " + request.timestamp() + " and nonce " + request.nonce());
    }
    Signature signature = request.signature();
    ObjectNode document = Json.object().put("signature", signature.digest());
    return new Signed(signature.digest(), document, signature, explain);
  }
}
