package io.github.wxcard.cli.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.DurationConverter;
import io.github.wxcard.cli.base.PastedLink;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the QR code that hands out a card, and draws it: walkthrough steps 4 and 5. */
@Command(
    name = "qrcode",
    description =
        "Make the QR code that hands out a card, and draw it; several cards share one code.",
    footer = {
      "",
      "The code is drawn when stdout is a terminal; --show always draws it anywhere.",
      "",
      "With --code, --openid or --unique it serves one claim; of several cards with a code each,"
          + " as",
      "--cards takes them, each card serves one. FILE is CSV with the header"
          + " card_id,code,outer_str,",
      "or the JSON of card_list.",
      "",
      "Examples:",
      "  wxcard qrcode pFS7Fjg8kV1IdDz01r4SQwMkuCKc --expire 30m --png card.png",
      "  echo '[{\"card_id\": \"pFS7Fjg8kV1IdDz01r4SQwMkuCKc\",",
      "    \"outer_str\": \"door\"}]' > cards.json",
      "  wxcard qrcode --cards cards.json",
      "  wxcard qrcode --from-url http://weixin.qq.com/q/k0g5Ypvm5Ik"
    })
public final class QrcodeCommand extends Subcommand {
  private static final String PATH = "/card/qrcode/create";
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  @Parameters(arity = "0..*", paramLabel = "CARD_ID", description = "The card, or several.")
  List<String> cardIds = List.of();

  @Option(
      names = "--cards",
      paramLabel = "FILE|-",
      description = "Several cards, each with a code and an outer_str of its own.")
  String cards;

  @Option(names = "--from-url", paramLabel = "URL", description = "Draw a code that exists.")
  String url;

  @Option(
      names = "--code",
      paramLabel = "C",
      description = "The code to hand out; for cards with merchant codes.")
  String code;

  @Option(
      names = "--openid",
      paramLabel = "O",
      description = "Who may claim it; for cards bound to an openid.")
  String openid;

  @Option(
      names = "--expire",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How long the code lasts, 60s to 30m. Default: as long as WeChat keeps it.")
  Duration expire;

  @Option(names = "--unique", description = "Pin one card code; dies with the first claim.")
  boolean unique;

  @Option(
      names = "--outer-str",
      paramLabel = "S",
      description = "A channel name that comes back in the claim event.")
  String outerStr;

  /** The cards for which a code is named. */
  private List<String> withCode = List.of();

  @Mixin final QrDrawingOptions qrDrawingOptions = new QrDrawingOptions();

  @Override
  public Result run() {
    if (Stream.of(url != null, cards != null, !cardIds.isEmpty()).filter(given -> given).count()
        != 1) {
      throw Failure.of(
          FailureKind.USAGE,
          "give either a CARD_ID, --cards FILE or --from-url URL",
          "See `wxcard qrcode --help`.");
    }
    ArgumentChecks.noneBlank("CARD_ID", cardIds);
    if (url != null) {
      checkDrawingAlone();
    }
    List<Consumer<String>> files = qrDrawingOptions.writers(context.environment());
    if (url != null) {
      String drawn = PastedLink.repaired(context, url);
      files.forEach(file -> file.accept(drawn));
      return qrDrawingOptions.result(Json.object().put("url", drawn));
    }
    ObjectNode made = result(created());
    if (!context.options().dryRun) {
      files.forEach(file -> file.accept(made.path("url").asText()));
      DepositModeCards.among(context.weChat(), withCode)
          .forEach(
              id ->
                  context
                      .console()
                      .warn(
                          "card "
                              + id
                              + " hands out imported codes at random: naming a code for it makes"
                              + " the claim fail (参数错误)"));
    }
    return qrDrawingOptions.result(made);
  }

  /** What the answer must hold, under its own names; how long the code lasts may be missing. */
  private static ObjectNode result(JsonNode answer) {
    ObjectNode result = Json.object();
    for (String name : List.of("ticket", "url", "show_qrcode_url")) {
      result.put(name, WeChat.text(answer, name));
    }
    JsonNode seconds = answer.path("expire_seconds");
    return result.put("expire_seconds", seconds.isMissingNode() ? null : seconds.asLong());
  }

  private void checkDrawingAlone() {
    ArgumentChecks.notBlank("--from-url", url);
    if (code != null || openid != null || expire != null || unique || outerStr != null) {
      throw Failure.of(
          FailureKind.USAGE,
          "--from-url draws a code that exists, and takes only the options of drawing",
          "Give a CARD_ID to make a new code with --code, --openid, --expire, --unique or"
              + " --outer-str.");
    }
  }

  private JsonNode created() {
    if (expire != null && (expire.compareTo(SHORTEST) < 0 || expire.compareTo(LONGEST) > 0)) {
      throw Failure.of(
          FailureKind.INPUT,
          "--expire is " + expire.toSeconds() + "s; WeChat takes 60s to 1800s",
          "Use 60s to 30m.");
    }
    if (cardIds.size() == 1) {
      withCode = code == null ? List.of() : cardIds;
      return single(cardIds.get(0));
    }
    if (code != null || openid != null || unique) {
      throw Failure.of(
          FailureKind.USAGE,
          "--code, --openid and --unique go with a single CARD_ID",
          "Give several cards a code each with --cards FILE, or leave the option out.");
    }
    ObjectNode body = body("QR_MULTIPLE_CARD");
    ObjectNode action = body.putObject("action_info").putObject("multiple_card");
    action.set("card_list", cards == null ? several() : listed());
    return context.weChat().post(PATH, body, Idempotency.IDEMPOTENT);
  }

  private JsonNode single(String cardId) {
    ObjectNode body = body("QR_CARD");
    ObjectNode card = body.putObject("action_info").putObject("card").put("card_id", cardId);
    put(card, "code", code);
    put(card, "openid", openid);
    if (unique) {
      card.put("is_unique_code", true);
    }
    put(card, "outer_str", outerStr);
    if (!unique) {
      return context.weChat().post(PATH, body, Idempotency.IDEMPOTENT);
    }
    // A unique code is taken out of the stock for good, so a lost answer must not take two.
    return context
        .weChat()
        .postOnce(
            PATH,
            body,
            "A code may have been taken out of the stock, and another try takes another one. Look"
                + " at the stock first: `wxcard card get "
                + cardId
                + "`.");
  }

  private ObjectNode body(String action) {
    ObjectNode body = Json.object().put("action_name", action);
    return expire == null ? body : body.put("expire_seconds", Math.toIntExact(expire.toSeconds()));
  }

  private static void put(ObjectNode object, String key, String value) {
    if (value != null) {
      object.put(key, value);
    }
  }

  private ArrayNode listed() {
    ArgumentChecks.notBlank("--cards", cards);
    ArrayNode list = CardListFile.read(context, cards);
    List<String> coded = new ArrayList<>();
    for (JsonNode card : list) {
      if (card.hasNonNull("code")) {
        coded.add(card.path("card_id").asText());
      }
      if (outerStr != null && !card.has("outer_str")) {
        ((ObjectNode) card).put("outer_str", outerStr);
      }
    }
    withCode = coded;
    return list;
  }

  private ArrayNode several() {
    ArrayNode list = Json.array();
    cardIds.forEach(id -> put(list.addObject().put("card_id", id), "outer_str", outerStr));
    return list;
  }
}
