package io.github.wxcard.cli.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.DefinitionLinter;
import io.github.wxcard.cli.base.BodyFile;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.input.InputFile;
import io.github.wxcard.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The facts about a merchant that are handed in, and what becomes of them. */
final class SubmerchantFile {
  /** That of an update has the same fields. */
  private static final String CALL = "/card/submerchant/submit";

  /** Where the media_id of a dry run's upload would stand. */
  private static final String UPLOADED_LATER = "MEDIA_ID";

  @Mixin final BodyFile body = new BodyFile();

  @Option(
      names = "--protocol",
      paramLabel = "PICTURE",
      description = {
        "Upload this picture of the signed protocol, and hand in its media_id,",
        "which WeChat keeps for three days."
      })
  String protocol;

  /** The body of a call, {@code {"info":{…}}}; the facts may stand in the file without it. */
  ObjectNode read(CommandContext context, String file) {
    ObjectNode written = body.read(context, file);
    ObjectNode whole = written.has("info") ? written : Json.object().set("info", written);
    if (!whole.path("info").isObject()) {
      throw Failure.of(FailureKind.INPUT, "info is no JSON object", "Write {\"info\":{…}}.");
    }
    DefinitionLinter.unknownFields(whole, CALL).forEach(context.console()::warn);
    return whole;
  }

  /** Puts the media_id of the protocol into a body that is checked already. */
  void upload(CommandContext context, WeChat weChat, ObjectNode merchant) {
    if (protocol != null) {
      Path source = context.environment().resolve(protocol);
      byte[] picture = InputFile.read(source, protocol, context.timeLimit());
      String name = String.valueOf(source.getFileName());
      JsonNode answer =
          weChat.upload("/cgi-bin/media/upload", Map.of("type", "image"), "media", name, picture);
      merchant
          .withObjectProperty("info")
          .put(
              "protocol",
              context.options().dryRun ? UPLOADED_LATER : WeChat.text(answer, "media_id"));
    }
  }

  /** The merchant's id and status, which is what the reviewers say. */
  static Document reviewed(JsonNode answer) {
    JsonNode info = answer.path("info");
    String line = info.path("merchant_id").asText() + " " + info.path("status").asText();
    return new Document(Document.facts(answer).json(), List.of(line));
  }
}
