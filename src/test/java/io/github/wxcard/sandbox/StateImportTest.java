package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A state that is written down and made again in another sandbox. */
final class StateImportTest {
  private static final String HEAD = "{\"wxcard_sandbox\": 1, \"tables\": ";

  @Injected private RawSandbox raw;
  private final RawSandbox other = RawSandbox.inMemory();

  @AfterEach
  void close() {
    other.close();
  }

  @Test
  void a_seeded_sandbox_goes_on_where_the_other_was() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "张三");
    raw.create(Definitions.groupon());
    String ticket = raw.ticket(claim.path("card_id").asText());
    raw.done("/card/testwhitelist/set", "{\"username\": [\"usr1\"], \"openid\": [\"oElse\"]}");
    raw.done("/sandbox/faults", "{\"path\": \"/card/getcolors\", \"errcode\": -1, \"times\": 7}");
    String url = upload();
    raw.done("/sandbox/clock", "{\"advance\": \"1h\"}");
    giveAndActivate();
    assertThat(tables(raw)).allSatisfy(rows -> assertThat(rows).isNotEmpty());

    other.sandbox.seed(raw.get("/sandbox/export"));

    assertThat(tables(other)).isEqualTo(tables(raw));
    assertThat(other.errcode("/card/getcolors", "{}")).isEqualTo(-1);
    String code = RawSandbox.body("code", claim.path("code").asText());
    assertThat(other.done("/card/code/consume", code).path("openid"))
        .isEqualTo(claim.path("openid"));
    assertThat(other.scan(ticket, "李四").path("errcode").asInt(-1)).isZero();
    assertThat(other.done("/card/batchget", "{}").path("card_id_list"))
        .isEqualTo(raw.done("/card/batchget", "{}").path("card_id_list"))
        .hasSizeGreaterThan(3);
    String image = url.replace(raw.sandbox.base().toString(), other.sandbox.base().toString());
    assertThat(other.send(image, builder -> builder.GET()).body())
        .isEqualTo(raw.send(url, builder -> builder.GET()).body())
        .isNotEmpty();
    assertThat(other.get("/sandbox/status").path("time"))
        .isEqualTo(raw.get("/sandbox/status").path("time"));
  }

  @Test
  void secrets_are_left_out_and_json_is_json() {
    String token = raw.token();
    raw.create(Definitions.groupon());
    raw.done(
        "/sandbox/callback",
        "{\"url\": \"http://127.0.0.1:1/x\", \"token\": \"callbackToken\", \"mode\": \"plain\"}");
    String ticket =
        raw.get("/cgi-bin/ticket/getticket?type=jsapi&access_token=" + token)
            .path("ticket")
            .asText();

    JsonNode export = raw.get("/sandbox/export");

    assertThat(export.toString())
        .doesNotContain(token, ticket, "callbackToken", raw.sandbox.instance());
    assertThat(export.path("tables").has("journal")).isFalse();
    assertThat(export.at("/tables/card/0/definition/base_info/title").asText()).isEqualTo("双人套餐");
  }

  @Test
  void a_seed_has_a_name_of_its_own_so_that_kept_tokens_are_void() {
    String before = other.sandbox.instance();

    other.sandbox.seed(raw.get("/sandbox/export"));

    assertThat(other.sandbox.instance()).isNotIn(before, raw.sandbox.instance());
  }

  @Test
  void what_a_column_has_by_default_need_not_be_said() {
    other.sandbox.seed(
        Definitions.json(
            HEAD
                + "{\"tester\": [{\"kind\": \"name\", \"value\": \"usr1\"}], "
                + "\"event\": [{\"name\": \"n\", \"sender\": \"o\", \"fields\": {}, \"created\": 1,"
                + " \"state\": \"RECORDED\"}]}}"));

    assertThat(other.get("/sandbox/status").path("testers").asInt()).isEqualTo(1);
    assertThat(tables(other).at("/event/0/attempts").asInt(-1)).isZero();
  }

  @Test
  void a_database_with_cards_is_not_overwritten() {
    raw.create(Definitions.groupon());
    JsonNode before = tables(raw);

    assertThatThrownBy(() -> raw.sandbox.seed(other.get("/sandbox/export")))
        .hasMessageContaining("cards: 1, codes: 0")
        .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
        .returns(FailureKind.CONFIG, Failure::kind);

    assertThat(tables(raw)).isEqualTo(before);
  }

  /** What leaves rows in the other tables. */
  private void giveAndActivate() {
    String gift = raw.claimed(Definitions.groupon(), "a").path("code").asText();
    raw.done("/sandbox/gift", RawSandbox.body("code", gift, "from", "a"));
    String definition = Json.write(Samples.read("member-card.json").tree());
    String code = raw.claimed(definition, "a").path("code").asText();
    raw.done(
        "/card/membercard/activate",
        "{\"code\": \"" + code + "\", \"membership_number\": \"M-1\", \"init_bonus\": 5}");
    String deposit = raw.create(Definitions.deposit());
    raw.approve(deposit);
    raw.done("/card/code/deposit", "{\"card_id\": \"" + deposit + "\", \"code\": [\"D-1\"]}");
    raw.done("/card/testwhitelist/set", "{\"openid\": [\"oElse\"]}");
    raw.done(
        "/cgi-bin/message/custom/send",
        "{\"touser\": \"oElse\", \"msgtype\": \"wxcard\", \"wxcard\": {\"card_id\": \"%s\"}}"
            .formatted(deposit));
  }

  private String upload() {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"buffer\"; filename=\"a.png\"\r\n\r\n"
            + "\u0089PNG\r\n\u001a\n\u0000\u00ff\u00fe"
            + "\r\n--b--\r\n";
    byte[] bytes = form.getBytes(StandardCharsets.ISO_8859_1);
    return RawSandbox.json(
            raw.send(
                "/cgi-bin/media/uploadimg?access_token=" + raw.token(),
                builder ->
                    builder
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(bytes))))
        .path("url")
        .asText();
  }

  private static JsonNode tables(RawSandbox sandbox) {
    return sandbox.get("/sandbox/export").path("tables");
  }
}
