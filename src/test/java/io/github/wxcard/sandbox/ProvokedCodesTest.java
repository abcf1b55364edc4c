package io.github.wxcard.sandbox;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code that the card page itself lists can be had, by a plain request. */
final class ProvokedCodesTest {
  /** The codes of the card page's own list. */
  static final List<Integer> CARD_PAGE =
      List.of(
          -1, 0, 40009, 40013, 40053, 40056, 40071, 40072, 40078, 40079, 40080, 40099, 40100, 40116,
          40122, 40124, 40127, 41011, 41012, 43009, 43010, 45021, 45030, 45031, 45033);

  private static final Map<Integer, Function<RawSandbox, JsonNode>> REQUESTS =
      Map.ofEntries(
          entry(-1, ProvokedCodesTest::asFault),
          entry(0, raw -> raw.call("/card/getcolors", "{}")),
          entry(40009, ProvokedCodesTest::largeLogo),
          entry(
              40013,
              raw -> raw.get("/cgi-bin/token?grant_type=client_credential&appid=wx0&secret=0")),
          entry(40053, raw -> raw.call("/card/qrcode/create", "{\"action_name\":\"QR_CARD\"}")),
          entry(40056, raw -> raw.call("/card/code/get", "{\"code\":\"000000000000\"}")),
          entry(40071, raw -> raw.call("/card/create", "{\"card\":{\"card_type\":\"COUPON\"}}")),
          entry(40072, raw -> create(raw, base -> base.put("code_type", "CODE_TYPE_QR"))),
          entry(40078, ProvokedCodesTest::uniqueCodeBeforeApproval),
          entry(40079, raw -> create(raw, base -> range(raw, base, -20, -10))),
          entry(40080, ProvokedCodesTest::unsignedMessage),
          entry(40099, ProvokedCodesTest::redeemedTwice),
          entry(40100, ProvokedCodesTest::narrowed),
          entry(40116, ProvokedCodesTest::longCode),
          entry(40122, raw -> create(raw, base -> base.withObject("/sku").put("quantity", -1))),
          entry(40124, raw -> member(raw, "/custom_field4={\"name\":\"x\"}")),
          entry(40127, ProvokedCodesTest::redeemedTooLate),
          entry(41011, raw -> create(raw, base -> base.remove("title"))),
          entry(41012, raw -> raw.call("/card/get", "{}")),
          entry(
              43009,
              raw ->
                  without(
                      AccountRight.CUSTOM_CODE,
                      poor -> create(poor, base -> base.put("use_custom_code", true)))),
          entry(
              43010,
              raw -> without(AccountRight.BALANCE, poor -> member(poor, "/supply_balance=true"))),
          entry(45021, raw -> create(raw, base -> base.put("title", "一二三四五六七八九十"))),
          entry(
              45030,
              raw ->
                  raw.call(
                      "/card/code/deposit",
                      "{\"card_id\":\"%s\",\"code\":[\"1\"]}"
                          .formatted(raw.create(Definitions.groupon())))),
          entry(
              45031, raw -> scannedTwice(raw, base -> base.withObject("/sku").put("quantity", 1))),
          entry(45033, raw -> scannedTwice(raw, base -> base.put("get_limit", 1))));

  static Stream<Integer> codes() {
    return CARD_PAGE.stream();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void a_code_of_the_card_pages_own_list_is_provoked(int errcode) {
    try (RawSandbox raw = RawSandbox.inMemory()) {
      JsonNode answer = REQUESTS.get(errcode).apply(raw);

      assertThat(answer.path("errcode").asInt(1)).as("%s", answer).isEqualTo(errcode);
    }
  }

  private static JsonNode asFault(RawSandbox raw) {
    raw.done("/sandbox/faults", "{\"path\":\"/card/get\",\"errcode\":-1,\"times\":1}");
    return raw.call("/card/get", "{}");
  }

  static JsonNode largeLogo(RawSandbox raw) {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"buffer\"; filename=\"a.png\"\r\n\r\n"
            + "x".repeat((1 << 20) + 1)
            + "\r\n--b--\r\n";
    return RawSandbox.json(
        raw.send(
            "/cgi-bin/media/uploadimg?access_token=" + raw.token(),
            builder ->
                builder
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofString(form))));
  }

  private static JsonNode uniqueCodeBeforeApproval(RawSandbox raw) {
    return qrCode(raw, raw.create(Definitions.groupon()), "\"is_unique_code\":true");
  }

  private static JsonNode longCode(RawSandbox raw) {
    String cardId = raw.create(Definitions.groupon(base -> base.put("use_custom_code", true)));
    return qrCode(raw, cardId, "\"code\":\"" + "7".repeat(21) + "\"");
  }

  private static JsonNode qrCode(RawSandbox raw, String cardId, String more) {
    String card = "{\"card_id\":\"%s\",%s}".formatted(cardId, more);
    return raw.call(
        "/card/qrcode/create",
        "{\"action_name\":\"QR_CARD\",\"action_info\":{\"card\":" + card + "}}");
  }

  private static JsonNode unsignedMessage(RawSandbox raw) {
    raw.done("/card/testwhitelist/set", "{\"openid\":[\"oA\"]}");
    String card =
        "{\"card_id\":\"%s\",\"card_ext\":\"{}\"}".formatted(raw.create(Definitions.groupon()));
    return raw.call(
        "/cgi-bin/message/custom/send",
        "{\"touser\":\"oA\",\"msgtype\":\"wxcard\",\"wxcard\":" + card + "}");
  }

  private static JsonNode redeemedTwice(RawSandbox raw) {
    String body = code(raw.claimed(Definitions.groupon(), "a"));
    raw.done("/card/code/consume", body);
    return raw.call("/card/code/consume", body);
  }

  private static JsonNode redeemedTooLate(RawSandbox raw) {
    String body = code(raw.claimed(Definitions.groupon(), "a"));
    raw.clock.advance(Duration.ofDays(16));
    raw.forgetToken();
    return raw.call("/card/code/consume", body);
  }

  private static JsonNode narrowed(RawSandbox raw) {
    String cardId = raw.create(Definitions.groupon(base -> range(raw, base, 0, 20)));
    ObjectNode body = Json.object().put("card_id", cardId);
    range(raw, body.withObject("/groupon/base_info"), 0, 10);
    return raw.call("/card/update", Json.write(body));
  }

  private static JsonNode scannedTwice(RawSandbox raw, Consumer<ObjectNode> change) {
    String cardId = raw.create(Definitions.groupon(change));
    raw.done("/sandbox/approve", "{\"card_id\":\"" + cardId + "\"}");
    String ticket = raw.ticket(cardId);
    raw.scan(ticket, "a");
    return raw.scan(ticket, "a");
  }

  private static JsonNode create(RawSandbox raw, Consumer<ObjectNode> change) {
    return raw.call("/card/create", Definitions.groupon(change));
  }

  private static JsonNode member(RawSandbox raw, String set) {
    String at = "/card/member_card" + set;
    return raw.call("/card/create", Json.write(Samples.changed("member-card.json", at)));
  }

  private static void range(RawSandbox raw, ObjectNode base, int firstDay, int lastDay) {
    long now = raw.clock.instant().getEpochSecond();
    base.putObject("date_info")
        .put("type", "DATE_TYPE_FIX_TIME_RANGE")
        .put("begin_timestamp", now + firstDay * 86_400L)
        .put("end_timestamp", now + lastDay * 86_400L);
  }

  private static JsonNode without(AccountRight right, Function<RawSandbox, JsonNode> request) {
    try (RawSandbox poor = RawSandbox.inMemory(new AccountPolicy(false, Set.of(right), false))) {
      return request.apply(poor);
    }
  }

  private static String code(JsonNode claim) {
    return "{\"code\":\"" + claim.path("code").asText() + "\"}";
  }
}
