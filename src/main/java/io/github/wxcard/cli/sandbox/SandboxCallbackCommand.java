package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.sign.CallbackSignature;
import io.github.wxcard.sign.MessageCipher;
import io.github.wxcard.sign.MessageMode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The address that the sandbox pushes its events to. */
@Command(
    name = "callback",
    description = {
      "Set, show or remove the address that events are pushed to.",
      "",
      "A running `wxcard sandbox serve` delivers them, signed and if need be encrypted as WeChat",
      "does, up to four times each; `wxcard sandbox events` shows what became of them."
    })
final class SandboxCallbackCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        SandboxCallbackSetCommand.class,
        SandboxCallbackShowCommand.class,
        SandboxCallbackClearCommand.class);
  }

  /** Where events go, secrets masked. */
  static Document shown(JsonNode answer) {
    ObjectNode facts = Document.bare(answer);
    if (facts.path("url").isNull()) {
      return new Document(facts, List.of("no callback address is set"));
    }
    ObjectNode said = facts.deepCopy();
    said.properties().removeIf(fact -> fact.getValue().asText().isEmpty());
    return new Document(facts, SandboxApiCommand.facts(said).lines());
  }

  @Command(
      name = "set",
      description = "Push events to an address from now on.",
      footer = {
        "",
        "Standard input holds the Token, 3 to 32 letters or digits, and for the two encrypted modes",
        "the EncodingAESKey, 43 letters and digits, on the next line.",
        "",
        "Example:",
        "  echo token > token.txt",
        "  wxcard sandbox callback set http://127.0.0.1:8080/wechat --secrets-stdin < token.txt"
      })
  static final class SandboxCallbackSetCommand extends SandboxApiCommand {
    @Parameters(paramLabel = "URL", description = "The address of the merchant's server.")
    String url;

    @Option(
        names = "--secrets-stdin",
        description = "Take the secrets from standard input, a line each.")
    boolean secretsOnStdin;

    @Option(
        names = "--mode",
        paramLabel = "MODE",
        description = "How: plain, compatible (clear and encrypted) or safe. Default: plain.")
    MessageMode mode = MessageMode.PLAIN;

    @Override
    CommandResult call(SandboxApi sandbox) {
      if (!secretsOnStdin) {
        throw Failure.of(
            FailureKind.USAGE,
            "the Token of the callback address is needed",
            "Add --secrets-stdin and pass the secrets on standard input, not as arguments.");
      }
      ArgumentChecks.webAddress("the callback address", url);
      ObjectNode body = Json.object().put("url", url).put("mode", mode.wireName());
      body.put("token", token());
      if (mode.encrypts()) {
        body.put("encodingAesKey", key());
      }
      CommandResult set = SandboxCallbackCommand.shown(sandbox.post("/sandbox/callback", body));
      context.note(
          "Events are pushed there while `wxcard sandbox serve` runs. `wxcard event check` asks the"
              + " address for the echostr first, as the console does.");
      return set;
    }

    private String token() {
      String token = context.console().askSecret("The Token: ").orElse("");
      if (!CallbackSignature.isToken(token)) {
        throw Failure.of(
            FailureKind.INPUT,
            "the Token is not 3 to 32 letters or digits",
            "Pass it on the first line of standard input.");
      }
      return token;
    }

    private String key() {
      String key = context.console().askSecret("The EncodingAESKey: ").orElse("");
      if (key.isEmpty()) {
        throw Failure.of(
            FailureKind.INPUT,
            "mode " + mode.wireName() + " needs the EncodingAESKey",
            "Pass it on standard input, on the line after the Token.");
      }
      new MessageCipher(key, "");
      return key;
    }
  }

  @Command(
      name = "show",
      description = "Show the callback address and its mode; secrets are masked.",
      footer = {"", "Example:", "  wxcard sandbox callback show --json"})
  static final class SandboxCallbackShowCommand extends SandboxApiCommand {
    @Override
    CommandResult call(SandboxApi sandbox) {
      return SandboxCallbackCommand.shown(sandbox.get("/sandbox/callback"));
    }
  }

  @Command(
      name = "clear",
      description = "Remove the callback address; what still waits for delivery is not sent.",
      footer = {"", "Example:", "  wxcard sandbox callback clear"})
  static final class SandboxCallbackClearCommand extends SandboxApiCommand {
    @Override
    CommandResult call(SandboxApi sandbox) {
      return SandboxCallbackCommand.shown(
          sandbox.post("/sandbox/callback", Json.object().putNull("url")));
    }
  }
}
