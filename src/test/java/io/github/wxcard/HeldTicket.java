package io.github.wxcard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A card that {@code usr1} holds, and its holder, all made at the command line. */
public record HeldTicket(Wxcard wx, String cardId, String code, String openid) {
  /** Claimed from a sample with changes, each POINTER=VALUE. */
  public static HeldTicket ofSample(Wxcard wx, String sample, String... sets) {
    return claimed(wx, Samples.changed(sample, sets));
  }

  /** Claimed from a card of another type, with the content that the type asks for. */
  public static HeldTicket ofType(Wxcard wx, String type, ObjectNode content) {
    content.set(
        "base_info", Samples.changed("meeting-ticket.json").at("/card/meeting_ticket/base_info"));
    ObjectNode definition = Json.object();
    ObjectNode card = definition.putObject("card").put("card_type", type);
    card.set(type.toLowerCase(Locale.ROOT), content);
    return claimed(wx, definition);
  }

  private static HeldTicket claimed(Wxcard wx, JsonNode definition) {
    wx.typing(Json.write(definition));
    String cardId = wx.run("create", "-", "--sandbox").exits(0).out().strip();
    wx.run("sandbox", "approve", cardId).exits(0);
    String url = wx.run("qrcode", cardId, "--sandbox", "--jq", ".url").exits(0).out().strip();
    JsonNode claim = wx.run("sandbox", "scan", url, "--as", "usr1", "--json").exits(0).json();
    return new HeldTicket(wx, cardId, claim.path("code").asText(), claim.path("openid").asText());
  }

  /** Runs a line in the sandbox; CARD, CODE and USER in it are this card's. */
  public Run run(String line, String... more) {
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      words.add(
          switch (word) {
            case "CARD" -> cardId;
            case "CODE" -> code;
            case "USER" -> openid;
            default -> word;
          });
    }
    return wx.run(
        Stream.of(words, List.of(more), List.of("--sandbox"))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  /** Runs the examples of a command's help with this card, code and holder in them. */
  public void examples(String command) {
    HelpExamples.run(
            wx,
            command,
            Map.of(
                HelpExamples.CARD_ID, cardId,
                HelpExamples.CODE, code,
                HelpExamples.OPENID, openid))
        .forEach(example -> example.exits(0));
  }

  /** What the sandbox has filed under a kind of document, the oldest first. */
  public List<JsonNode> documents(String kind) {
    List<JsonNode> bodies = new ArrayList<>();
    for (JsonNode row : run("sandbox export --json").exits(0).json().at("/tables/document")) {
      if (row.path("kind").asText().equals(kind)) {
        bodies.add(row.path("body"));
      }
    }
    return bodies;
  }

  /** How many requests to a path the sandbox has had. */
  public long requests(String path) {
    List<String> paths =
        run("sandbox journal --json").exits(0).json().path("entries").findValuesAsText("path");
    return paths.stream().filter(path::equals).count();
  }
}
