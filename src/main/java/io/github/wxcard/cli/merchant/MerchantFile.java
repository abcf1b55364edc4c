package io.github.wxcard.cli.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Answered;
import io.github.wxcard.cli.base.App;
import io.github.wxcard.cli.base.BodyFile;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import java.util.List;
import picocli.CommandLine.Mixin;

/** The facts about a merchant that are handed in, and what becomes of them. */
final class MerchantFile {
  @Mixin final BodyFile body = new BodyFile();

  /** The body of a call, {@code {"info":{…}}}; the facts may stand in the file without it. */
  ObjectNode read(App app, String file) {
    ObjectNode written = body.read(app, file);
    JsonNode info = written.has("info") ? written.path("info") : written;
    if (!info.isObject()) {
      throw Failure.of(Kind.INPUT, "info is no JSON object", "Write {\"info\":{…}}.");
    }
    return Json.object().set("info", info);
  }

  /** The merchant's id and status, which is what the reviewers say. */
  static Answered reviewed(JsonNode answer) {
    JsonNode info = answer.path("info");
    String line = info.path("merchant_id").asText() + " " + info.path("status").asText();
    return new Answered(Answered.facts(answer).json(), List.of(line));
  }
}
