package io.github.wxcard.card;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OverridesTest {
  private static final String BASE = "/card/groupon/base_info";

  private final JsonNode groupon = Samples.read("groupon.json").tree();

  @Test
  void the_original_is_left_alone() {
    JsonNode before = groupon.deepCopy();
    assertThat(apply("/base_info/title=新")).isNotEqualTo(before);
    assertThat(groupon).isEqualTo(before);
  }

  @Test
  void a_pointer_counts_from_the_root_or_from_the_cards_own_object() {
    assertThat(apply(BASE + "/title=甲").at(BASE + "/title").textValue()).isEqualTo("甲");
    assertThat(apply("/base_info/title=乙").at(BASE + "/title").textValue()).isEqualTo("乙");
  }

  @Test
  void a_value_is_json_where_it_can_be_and_a_text_elsewhere() {
    JsonNode changed =
        apply(
            "/base_info/sku/quantity=5",
            "/base_info/can_share=false",
            "/base_info/location_id_list=[1,2]",
            "/base_info/service_phone=020-1234",
            "/base_info/source=\"12\"",
            "/base_info/notice=a=b",
            "/base_info/sub_title=");
    JsonNode base = changed.at(BASE);
    assertThat(base.at("/sku/quantity").intValue()).isEqualTo(5);
    assertThat(base.path("can_share").isBoolean()).isTrue();
    assertThat(base.path("location_id_list")).hasSize(2);
    assertThat(base.path("service_phone").textValue()).isEqualTo("020-1234");
    assertThat(base.path("source").textValue()).isEqualTo("12");
    assertThat(base.path("notice").textValue()).isEqualTo("a=b");
    assertThat(base.path("sub_title").textValue()).isEmpty();
  }

  @Test
  void objects_on_the_way_are_made_and_lists_take_an_index_or_a_dash() {
    JsonNode changed =
        apply(
            "/base_info/pay_info/swipe_card/is_swipe_card=true",
            "/advanced_info/business_service/0=BIZ_SERVICE_DELIVER",
            "/advanced_info/business_service/-=BIZ_SERVICE_FREE_PARK");
    assertThat(changed.at(BASE + "/pay_info/swipe_card/is_swipe_card").booleanValue()).isTrue();
    assertThat(changed.at("/card/groupon/advanced_info/business_service"))
        .extracting(JsonNode::textValue)
        .containsExactly("BIZ_SERVICE_DELIVER", "BIZ_SERVICE_WITH_PET", "BIZ_SERVICE_FREE_PARK");
  }

  @Test
  void the_logo_is_replaced_wherever_the_card_is() {
    Optional<String> logo = Optional.of("http://mmbiz.qpic.cn/new/0");
    JsonNode changed = Overrides.apply(groupon, List.of(), logo);
    assertThat(changed.at(BASE + "/logo_url").textValue()).isEqualTo(logo.get());
    JsonNode bare = Overrides.apply(groupon.path("card"), List.of(), logo);
    assertThat(bare.at("/groupon/base_info/logo_url").textValue()).isEqualTo(logo.get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "title=x", "/base_info/title", "=x", ""})
  void what_is_not_pointer_and_value_is_wrong_usage(String set) {
    assertThat(failure(groupon, set).kind()).isEqualTo(FailureKind.USAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/base_info/title/x=1",
        "/advanced_info/business_service/7=x",
        "/advanced_info/business_service/x=x"
      })
  void a_pointer_that_does_not_fit_the_document_is_bad_input(String set) {
    assertThat(failure(groupon, set).kind()).isEqualTo(FailureKind.INPUT);
  }

  @Test
  void a_first_element_begins_a_list_that_is_not_there_yet() {
    JsonNode changed = apply("/base_info/location_id_list/0=5", "/base_info/location_id_list/-=6");
    assertThat(changed.at(BASE + "/location_id_list")).hasToString("[5,6]");
    assertThat(apply("/base_info/x/-/a=1", "/base_info/x/-/a=2").at(BASE + "/x"))
        .hasToString("[{\"a\":1},{\"a\":2}]");
    assertThat(failure(groupon, "/base_info/x/3=5").kind()).isEqualTo(FailureKind.INPUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/base_info/title=a | /base_info/title=a",
        "/base_info/title=a | /card/groupon/base_info/title=b",
        "/base_info/sku/quantity=1 | /base_info/sku={}",
        "/base_info/sku={\"quantity\":1} | /base_info/sku/quantity=2"
      })
  void a_value_given_twice_is_wrong_usage(String first, String second) {
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> Overrides.apply(groupon, List.of(first, second), Optional.empty()));
    assertThat(failure.kind()).isEqualTo(FailureKind.USAGE);
  }

  @Test
  void what_does_not_replace_an_earlier_value_may_follow_it() {
    assertThat(apply("/base_info/x={\"a\":1}", "/base_info/x/b=2").at(BASE + "/x"))
        .hasToString("{\"a\":1,\"b\":2}");
  }

  @Test
  void a_card_without_its_object_has_no_place_for_a_short_pointer() {
    JsonNode hollow =
        DocumentReader.read("{\"card\":{\"card_type\":\"CASH\"}}".getBytes(UTF_8), "x").tree();
    assertThat(failure(hollow, "/least_cost=1").kind()).isEqualTo(FailureKind.INPUT);
  }

  private JsonNode apply(String... sets) {
    return Overrides.apply(groupon, List.of(sets), Optional.empty());
  }

  private static Failure failure(JsonNode tree, String set) {
    return catchThrowableOfType(
        Failure.class, () -> Overrides.apply(tree, List.of(set), Optional.empty()));
  }
}
