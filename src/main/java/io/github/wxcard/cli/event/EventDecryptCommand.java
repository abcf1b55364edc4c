package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.cli.event.CallbackOptions.KeyUse;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.PushedMessage;
import io.github.wxcard.event.XmlReader;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.sign.CallbackSignature;
import io.github.wxcard.sign.CallbackTimestamp;
import io.github.wxcard.sign.SignatureDiagnosis;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an encrypted push readable. */
@Command(
    name = "decrypt",
    description = "Decrypt a pushed message: print its XML, or with --json its fields.",
    footer = {
      "",
      "With --timestamp, --nonce and --msg-signature of the request's query, its msg_signature is",
      "checked first; exit 5 when it does not fit.",
      "",
      "samples/push.xml among the sources is such a body, for the sandbox's account: any Token"
          + " will",
      "do for it, and its EncodingAESKey is abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG.",
      "",
      "Example:",
      "  echo token > keys.txt",
      "  echo abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG >> keys.txt",
      "  wxcard event trigger user_get_card --to http://127.0.0.1:8901 --encrypted --secrets-stdin"
          + " --dry-run --jq '.requests[0].body' < keys.txt > push.xml",
      "  wxcard event decrypt push.xml --secrets-stdin < keys.txt"
    })
final class EventDecryptCommand extends Subcommand {
  @Parameters(
      paramLabel = "FILE|-",
      description = "The body as it came, or the text of its Encrypt element; - is standard input.")
  String file;

  @Mixin final CallbackOptions callback = new CallbackOptions();

  @Option(
      names = "--timestamp",
      paramLabel = "SECONDS",
      description = "The timestamp of the query.")
  String timestamp;

  @Option(names = "--nonce", paramLabel = "TEXT", description = "The nonce of the query.")
  String nonce;

  @Option(
      names = "--msg-signature",
      paramLabel = "DIGEST",
      description = "The msg_signature of the query; needs the other two.")
  String msgSignature;

  @Override
  public DecryptedMessage run() {
    long given = Stream.of(timestamp, nonce, msgSignature).filter(value -> value != null).count();
    if (given > 0 && given < 3) {
      throw Failure.of(
          FailureKind.USAGE,
          "--timestamp, --nonce and --msg-signature belong together",
          "Take all three from the query of one request.");
    }
    if (callback.onStdin && file.equals("-")) {
      throw Failure.of(
          FailureKind.USAGE,
          "standard input cannot hold both the message and the secrets",
          "Put the message into a file, or the secrets into the profile.");
    }
    String encrypt = encrypted(CommandInput.text(context, file, XmlReader.LONGEST));
    CallbackKeys keys = callback.keys(context, KeyUse.NEEDED);
    if (given > 0) {
      verify(new CallbackSignature(keys.token(), timestamp, nonce, encrypt));
    } else {
      context.note(
          "The signature was not checked: that takes --timestamp, --nonce, --msg-signature.");
    }
    return new DecryptedMessage(keys.cipher().orElseThrow().decrypt(encrypt).message());
  }

  private String encrypted(String text) {
    String name = CommandInput.name(file);
    if (!text.contains("<")) {
      String bare = unwrapped(text);
      if (bare.isEmpty()) {
        throw Failure.of(FailureKind.INPUT, name + " is empty", "Pass the body of the request.");
      }
      return bare;
    }
    PushedMessage envelope = XmlReader.read(text, name);
    if (!envelope.isEncrypted()) {
      throw Failure.of(
          FailureKind.INPUT,
          name + " has no Encrypt element",
          "It is not encrypted: the message can be read as it is.");
    }
    return unwrapped(envelope.field("Encrypt"));
  }

  /** Without line breaks: a blank inside a line was a + once, which is another matter. */
  private static String unwrapped(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining());
  }

  private void verify(CallbackSignature request) {
    CallbackTimestamp.read(request.timestamp(), context.environment().clock().instant());
    if (request.signature().digest().equals(msgSignature)) {
      context.console().say("The msg_signature fits.");
      return;
    }
    Failure failure =
        Failure.of(
            FailureKind.REFUSED,
            "the msg_signature does not fit",
            "Compare the Token with the console, and take all values from one request.");
    SignatureDiagnosis.ofWriting(request, msgSignature)
        .or(() -> SignatureDiagnosis.of(request, msgSignature, request.mistakes()))
        .ifPresent(found -> failure.meaning(found.what()).fix(found.fix()));
    throw failure;
  }

  /** What an encrypted message says. */
  record DecryptedMessage(String clear) implements Result {
    @Override
    public JsonNode json() {
      return ReceivedEvent.json(XmlReader.read(clear, "the decrypted message"));
    }

    @Override
    public void text(Page page) {
      page.data(clear);
    }
  }
}
