package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SubMerchantServiceTest {
  private static final String SUBMIT = "/card/submerchant/submit";
  private static final String UPDATE = "/card/submerchant/update";
  private static final String GET = "/card/submerchant/get";
  private static final String LIST = "/card/submerchant/batchget";
  private static final String APPROVE = "/sandbox/approve-merchant";

  @Injected private RawSandbox raw;

  @Test
  void a_submitted_merchant_waits_for_its_review() {
    JsonNode info = raw.done(SUBMIT, body(info())).path("info");

    assertThat(info.fieldNames())
        .toIterable()
        .containsExactly(
            "merchant_id",
            "app_id",
            "create_time",
            "update_time",
            "brand_name",
            "logo_url",
            "status",
            "begin_time",
            "end_time",
            "primary_category_id",
            "secondary_category_id");
    assertThat(info.path("status").asText()).isEqualTo("CHECKING");
    assertThat(got(info)).isEqualTo(info);

    JsonNode verdict = raw.post(APPROVE, id(info));
    assertThat(verdict.path("errcode").asInt(-1)).isZero();
    assertThat(got(info).path("status").asText()).isEqualTo("APPROVED");
  }

  @Test
  void a_merchant_can_be_rejected_and_ends_with_its_time() {
    JsonNode info = raw.done(SUBMIT, body(info())).path("info");

    raw.post(APPROVE, id(info).replace("}", ",\"status\":\"REJECTED\"}"));
    assertThat(got(info).path("status").asText()).isEqualTo("REJECTED");
    raw.clock.advance(Duration.ofDays(31));
    raw.forgetToken();

    assertThat(got(info).path("status").asText()).isEqualTo("EXPIRED");
    JsonNode wrong = raw.post(APPROVE, id(info).replace("}", ",\"status\":\"EXPIRED\"}"));
    assertThat(wrong.path("errcode").asInt()).isEqualTo(40097);
  }

  @Test
  void an_account_whose_reviews_pass_has_approved_merchants() {
    try (RawSandbox other = RawSandbox.inMemory(new AccountPolicy(false, Set.of(), true))) {
      JsonNode info = other.done(SUBMIT, body(info(other))).path("info");
      assertThat(info.path("status").asText()).isEqualTo("APPROVED");
    }
  }

  @Test
  void the_outcome_of_a_review_is_told_once_and_again_when_it_changes() {
    JsonNode info = raw.done(SUBMIT, body(info())).path("info");

    raw.post("/sandbox/approve", id(info));
    JsonNode answer = raw.post("/sandbox/approve", id(info));
    raw.post("/sandbox/reject", id(info).replace("}", ",\"reason\":\"协议不清晰\"}"));

    assertThat(answer.path("errcode").asInt(-1)).isZero();
    assertThat(answer.path("merchant_id")).isEqualTo(info.path("merchant_id"));
    assertThat(got(info).path("status").asText()).isEqualTo("REJECTED");
    assertThat(raw.get("/sandbox/events").path("events"))
        .extracting(event -> event.path("name").asText(), event -> event.path("fields").toString())
        .containsExactly(
            tuple("card_merchant_check_result", fields(info, "1", "")),
            tuple("card_merchant_check_result", fields(info, "0", "协议不清晰")));
  }

  @Test
  void a_review_that_passes_at_once_is_told_too() {
    try (RawSandbox other = RawSandbox.inMemory(new AccountPolicy(false, Set.of(), true))) {
      JsonNode info = other.done(SUBMIT, body(info(other))).path("info");

      assertThat(other.get("/sandbox/events").at("/events/0/fields").toString())
          .isEqualTo(fields(info, "1", ""));
    }
  }

  @Test
  void a_card_or_a_merchant_is_reviewed_not_both() {
    String both = "{\"merchant_id\": 12000001, \"card_id\": \"p\", \"reason\": \"x\"}";
    assertThat(raw.post("/sandbox/approve", both).path("errcode").asInt()).isEqualTo(40097);
    assertThat(raw.post("/sandbox/reject", both).path("errcode").asInt()).isEqualTo(40097);
    assertThat(raw.post("/sandbox/approve", "{\"merchant_id\": 1}").path("errcode").asInt())
        .isEqualTo(40139);
    JsonNode info = raw.done(SUBMIT, body(info())).path("info");
    assertThat(raw.post("/sandbox/reject", id(info)).path("errcode").asInt()).isEqualTo(41011);
  }

  private static String fields(JsonNode info, String pass, String reason) {
    ObjectNode fields = Json.object();
    fields.put("MerchantId", info.path("merchant_id").asText()).put("IsPass", pass);
    return Json.write(fields.put("Reason", reason));
  }

  @Test
  void an_update_is_reviewed_again() {
    JsonNode info = raw.done(SUBMIT, body(info())).path("info");
    raw.post(APPROVE, id(info));
    raw.clock.advance(Duration.ofMinutes(1));

    ObjectNode changed = info().put("brand_name", "新名字");
    changed.set("merchant_id", info.path("merchant_id"));
    JsonNode answer = raw.done(UPDATE, body(changed)).path("info");

    assertThat(answer).isEqualTo(got(info));
    assertThat(answer.path("brand_name").asText()).isEqualTo("新名字");
    assertThat(answer.path("status").asText()).isEqualTo("CHECKING");
    assertThat(answer.path("create_time")).isEqualTo(info.path("create_time"));
    assertThat(answer.path("update_time").asLong())
        .isEqualTo(info.path("update_time").asLong() + 60);
    assertThat(raw.errcode(UPDATE, body(info()))).isEqualTo(41011);
    assertThat(raw.errcode(UPDATE, body(info().put("merchant_id", 1)))).isEqualTo(40139);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "brand_name            | null             | 41011",
        "logo_url              | null             | 41011",
        "protocol              | null             | 41011",
        "end_time              | null             | 41011",
        "primary_category_id   | null             | 41011",
        "secondary_category_id | null             | 41011",
        "app_id                | null             | 0",
        "brand_name            | \"一二三四五六七八九十百千\"  | 0",
        "brand_name            | \"一二三四五六七八九十百千x\" | 45021",
        "logo_url              | \"https://example.com/logo.png\" | 40141",
        "end_time              | 1                | 40079",
        "end_time              | \"2030\"         | 40079",
        "secondary_category_id | 201              | 45160",
        "primary_category_id   | 99               | 45160",
        "protocol              | \"media-1\"      | 40007",
        "agreement_media_id    | \"media-1\"      | 40007",
        "operator_media_id     | \"media-1\"      | 40007",
        "agreement_media_id    | 5                | 47001"
      })
  void what_is_handed_in_is_checked(String field, String value, int errcode) {
    ObjectNode info = info();
    info.set(field, Definitions.json(value));

    assertThat(raw.errcode(SUBMIT, body(info))).isEqualTo(errcode);
    assertThat(raw.done(LIST, "{}").path("info_list")).hasSize(errcode == 0 ? 1 : 0);
  }

  @Test
  void a_merchant_nobody_knows_is_refused() {
    assertThat(raw.errcode(GET, "{\"merchant_id\": 1}")).isEqualTo(40139);
    assertThat(raw.errcode(GET, "{\"merchant_id\": \"x\"}")).isEqualTo(40139);
    assertThat(raw.errcode(GET, "{}")).isEqualTo(41011);
    assertThat(raw.errcode(SUBMIT, "{}")).isEqualTo(41011);
    assertThat(raw.errcode(SUBMIT, "{\"info\": 1}")).isEqualTo(47001);
    assertThat(raw.post(APPROVE, "{\"merchant_id\": 1}").path("errcode").asInt()).isEqualTo(40139);
  }

  @Test
  void a_list_goes_on_where_it_ended() {
    JsonNode first = raw.done(SUBMIT, body(info())).path("info");
    JsonNode second = raw.done(SUBMIT, body(info())).path("info");
    raw.post(APPROVE, id(second));

    JsonNode one = raw.done(LIST, "{\"begin_id\": 0, \"limit\": 1}");
    long next = one.path("next_begin_id").asLong();
    JsonNode rest = raw.done(LIST, "{\"begin_id\": %d, \"limit\": 100}".formatted(next));
    JsonNode approved = raw.done(LIST, "{\"begin_id\": 0, \"limit\": 9, \"status\": \"APPROVED\"}");

    assertThat(one.path("info_list")).containsExactly(first);
    assertThat(rest.path("info_list")).containsExactly(got(second));
    assertThat(approved.path("info_list")).containsExactly(got(second));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'limit': 101}", "{'limit': 0}", "{'begin_id': -1}", "{'status': 'NEW'}"})
  void a_list_has_its_limits(String body) {
    assertThat(raw.errcode(LIST, body.replace('\'', '"'))).isEqualTo(40097);
  }

  @Test
  void only_an_approved_merchant_issues_cards() {
    JsonNode merchant = raw.done(SUBMIT, body(info())).path("info");
    String card = card(merchant.path("merchant_id").asLong());

    assertThat(raw.errcode("/card/create", card(1))).isEqualTo(40139);
    assertThat(raw.errcode("/card/create", card)).isEqualTo(40140);
    raw.post(APPROVE, id(merchant));
    raw.done("/card/create", card);
  }

  @Test
  void the_categories_are_got_by_either_method() {
    JsonNode categories = raw.get("/card/getapplyprotocol?access_token=" + raw.token());

    assertThat(categories.path("errcode").asInt(-1)).isZero();
    assertThat(categories.at("/category/0/primary_category_id").asInt()).isEqualTo(1);
    assertThat(categories.at("/category/0/secondary_category/0").fieldNames())
        .toIterable()
        .containsExactly(
            "secondary_category_id",
            "category_name",
            "need_qualification_stuffs",
            "can_choose_prepaid_card",
            "can_choose_payment_card");
    assertThat(raw.done("/card/getapplyprotocol", "{}")).isEqualTo(categories);
  }

  @Test
  void a_protocol_that_was_uploaded_three_days_ago_is_gone() {
    ObjectNode info = info();
    raw.clock.advance(Duration.ofDays(3).minusSeconds(1));
    raw.forgetToken();
    raw.done(SUBMIT, body(info));

    raw.clock.advance(Duration.ofSeconds(1));

    assertThat(raw.errcode(SUBMIT, body(info))).isEqualTo(40007);
  }

  private JsonNode got(JsonNode info) {
    return raw.done(GET, id(info)).path("info");
  }

  private static String card(long merchantId) {
    return Definitions.groupon(
        base -> base.putObject("sub_merchant_info").put("merchant_id", merchantId));
  }

  private static String id(JsonNode info) {
    return Json.write(Json.object().set("merchant_id", info.path("merchant_id")));
  }

  private static String body(ObjectNode info) {
    return Json.write(Json.object().set("info", info));
  }

  private ObjectNode info() {
    return info(raw);
  }

  private static ObjectNode info(RawSandbox raw) {
    ObjectNode info = Json.object();
    info.put("brand_name", "山海小馆").put("app_id", "wx00000000000000a1");
    info.put("logo_url", "http://mmbiz.qpic.cn/mmbiz/logo/0").put("protocol", Uploads.mediaId(raw));
    info.put("end_time", raw.clock.instant().getEpochSecond() + 30 * 86_400);
    return info.put("primary_category_id", 1).put("secondary_category_id", 101);
  }
}
