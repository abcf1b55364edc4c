package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sign.CardExtSignature;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page hands out a card with {@code wx.addCard}, and the phone takes it or says why not. */
final class AddCardServiceTest {
  private static final String NONE_LEFT = "已领完(addcard), none left";
  private static final String PARAMETER = "参数错误(addcard), wrong parameter";
  private static final String SIGNATURE = "签名错误(addcard), wrong signature";
  private static final String BEFORE = "已领取, claimed before";

  @Injected private RawSandbox raw;
  @Injected private DatabaseRows rows;
  private int nonces;

  @Test
  void a_signed_card_is_claimed() {
    String card = approved(base -> {});
    ObjectNode ext = ext(card, "", "").put("outer_str", "shop-7");

    JsonNode claim = add(card, ext);

    assertThat(claim.path("errcode").asInt(-1)).isZero();
    assertThat(claim.path("card_id").asText()).isEqualTo(card);
    assertThat(claim.path("code").asText()).matches("[0-9]{12}");
    assertThat(claim.path("openid").asText()).isEqualTo(IdGenerator.openid("anna"));
    assertThat(rows.events("user_get_card"))
        .singleElement()
        .returns("shop-7", event -> event.field("OuterStr"))
        .returns(claim.path("code").asText(), event -> event.field("UserCardCode"));
  }

  @Test
  void a_timestamp_can_be_a_number_and_a_nonce_is_optional() {
    String card = approved(base -> {});
    CardExtSignature claim =
        new CardExtSignature(ticket("wx_card"), card, "", "", "1404896688", "");
    ObjectNode ext = Json.object().put("timestamp", 1404896688).putNull("code").putNull("openid");

    assertThat(add(card, ext.put("signature", claim.signature().digest())).path("errcode").asInt())
        .isZero();
    refused(40080, NONE_LEFT, "used before", card, ext);
  }

  @Test
  void a_merchants_code_and_a_receiver_are_handed_on() {
    String card = approved(base -> base.put("use_custom_code", true).put("bind_openid", true));

    JsonNode claim = add(card, ext(card, "M-1", IdGenerator.openid("anna")));

    assertThat(claim.path("code").asText()).isEqualTo("M-1");
  }

  @Test
  void a_nonce_serves_once_and_a_failed_claim_uses_up_none() {
    String card = approved(base -> {});
    ObjectNode ext = ext(card, "", "");
    rows.change("UPDATE card SET quantity = 0");
    refused(45031, NONE_LEFT, "the stock is empty", card, ext);
    rows.change("UPDATE card SET quantity = 9");

    assertThat(add(card, ext).path("errcode").asInt(-1)).isZero();
    refused(40080, NONE_LEFT, "used before", card, ext);
    assertThat(add(card, ext(card, "", "")).path("errcode").asInt(-1)).isZero();
  }

  @Test
  void a_wrong_signature_is_told_with_its_cause() {
    String card = approved(base -> {});
    String jsapi = ticket("jsapi");
    CardExtSignature claim = new CardExtSignature(jsapi, card, "", "", "1404896688", "n");

    refused(40080, SIGNATURE, "jsapi ticket", card, claim.cardExt("", ""));
    refused(40080, SIGNATURE, "", card, ext(card, "", "").put("nonce_str", "other"));
    refused(40080, SIGNATURE, "", card, ext(card, "", "").put("code", "M-1"));
    refused(40080, SIGNATURE, "timestamp", card, Json.object().put("signature", "0"));
    assertThat(rows.events("user_get_card")).isEmpty();
  }

  @Test
  void an_ended_ticket_signs_nothing() {
    String card = approved(base -> {});
    ObjectNode ext = ext(card, "", "");
    raw.clock.advance(Duration.ofHours(2));

    refused(40080, SIGNATURE, "no living wx_card ticket", card, ext);
  }

  @Test
  void a_card_ext_that_is_no_text_is_a_wrong_signature() {
    String card = approved(base -> {});
    ObjectNode body = Json.object().put("card_id", card).put("user", "anna");

    JsonNode answer = raw.post("/sandbox/addcard", Json.write(body.set("ext", ext(card, "", ""))));
    assertThat(answer.path("errcode").asInt()).isEqualTo(40080);
    assertThat(raw.lastReason()).contains(SIGNATURE, "JSON.stringify");
    raw.post("/sandbox/addcard", Json.write(body.put("ext", "{")));
    assertThat(raw.lastReason()).contains(SIGNATURE, "no JSON");
  }

  @Test
  void code_and_openid_must_fit_the_card() {
    String usual = approved(base -> {});
    String merchants = approved(base -> base.put("use_custom_code", true));
    String bound = approved(base -> base.put("bind_openid", true));
    String anna = IdGenerator.openid("anna");
    String deposit = raw.create(Definitions.deposit());
    raw.approve(deposit);

    refused(40080, PARAMETER, "use_custom_code is false", usual, ext(usual, "M-1", ""));
    refused(40080, PARAMETER, "code is missing", merchants, ext(merchants, "", ""));
    refused(40080, PARAMETER, "at random", deposit, ext(deposit, "M-1", ""));
    refused(40080, PARAMETER, "bind_openid is false", usual, ext(usual, "", anna));
    refused(40080, PARAMETER, "openid is missing", bound, ext(bound, "", ""));
    refused(40003, PARAMETER, "somebody else", bound, ext(bound, "", IdGenerator.openid("bert")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789012345678901", "A#1", "A 1", "A/1", "A+1", "😀"})
  void a_code_with_special_characters_is_a_wrong_parameter(String code) {
    String card = approved(base -> base.put("use_custom_code", true));

    refused(40116, PARAMETER, "code has", card, ext(card, code, ""));
  }

  @Test
  void what_is_used_up_or_held_already_is_told_as_the_phone_tells_it() {
    String merchants = approved(base -> base.put("use_custom_code", true));
    String once = approved(base -> base.put("get_limit", 1));
    add(merchants, ext(merchants, "M-1", ""));
    add(once, ext(once, "", ""));

    refused(40116, NONE_LEFT, "M-1", merchants, ext(merchants, "M-1", ""));
    refused(45033, BEFORE, "the limit", once, ext(once, "", ""));
  }

  @Test
  void a_fixed_term_counts_from_the_real_receipt() {
    String card = approved(base -> {});
    long day = 86_400;
    long received = raw.clock.instant().getEpochSecond() - 3 * day;
    JsonNode usual = add(card, ext(card, "", ""));
    JsonNode earlier =
        add(card, ext(card, "", "").put("fixed_begintimestamp", Long.toString(received)));

    assertThat(end(usual) - end(earlier)).isEqualTo(3 * day);
  }

  @Test
  void who_and_which_card_must_be_said() {
    String card = approved(base -> {});

    assertThat(call("{\"card_id\": \"%s\", \"user\": \"a\"}".formatted(card))).isEqualTo(41011);
    assertThat(call("{\"card_id\": \"%s\", \"ext\": \"{}\"}".formatted(card))).isEqualTo(41009);
    assertThat(call("{\"user\": \"a\", \"ext\": \"{}\"}")).isEqualTo(41012);
    assertThat(call("{\"card_id\": \"p\", \"user\": \"a\", \"ext\": \"{}\"}")).isEqualTo(40073);
  }

  @Test
  void before_the_review_only_testers_get_it() {
    String card = raw.create(Definitions.groupon());

    assertThat(add(card, ext(card, "", "")).path("errcode").asInt()).isEqualTo(72022);
  }

  private int call(String body) {
    return raw.post("/sandbox/addcard", body).path("errcode").asInt();
  }

  private long end(JsonNode claim) {
    return raw.done("/card/code/get", Members.code(claim)).at("/card/end_time").asLong();
  }

  private void refused(int errcode, String label, String why, String card, ObjectNode ext) {
    assertThat(add(card, ext).path("errcode").asInt()).as("%s", ext).isEqualTo(errcode);
    assertThat(raw.lastReason()).contains(label, why);
  }

  private JsonNode add(String card, ObjectNode ext) {
    ObjectNode body = Json.object().put("card_id", card).put("user", "anna");
    return raw.post("/sandbox/addcard", Json.write(body.put("ext", Json.write(ext))));
  }

  private ObjectNode ext(String card, String code, String openid) {
    String nonce = "nonce" + nonces++;
    return new CardExtSignature(ticket("wx_card"), card, code, openid, "1404896688", nonce)
        .cardExt("", "");
  }

  private String ticket(String type) {
    return raw.get("/cgi-bin/ticket/getticket?type=" + type + "&access_token=" + raw.token())
        .path("ticket")
        .asText();
  }

  private String approved(Consumer<ObjectNode> change) {
    String id = raw.create(Definitions.groupon(change));
    raw.approve(id);
    return id;
  }
}
