package io.github.wxcard.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.Field.Choice;
import io.github.wxcard.card.source.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CardSchemaTest {
  private final CardSchema schema = CardSchema.standard();

  @Test
  void every_card_type_has_an_object_of_its_own() {
    assertThat(schema.types()).hasSize(13);
    for (Choice type : schema.types()) {
      String name = type.value().textValue();
      assertThat(schema.inner(name).orElseThrow().required()).as(name).contains("base_info");
      assertThat(schema.card().properties()).containsKey(name.toLowerCase(Locale.ROOT));
    }
    assertThat(schema.inner("groupon")).isEmpty();
    assertThat(schema.inner("")).isEmpty();
  }

  @Test
  void the_colours_are_the_fourteen_in_their_order() {
    List<Map.Entry<String, String>> colors = List.copyOf(schema.colors().entrySet());
    assertThat(colors).hasSize(14);
    assertThat(colors.get(0)).isEqualTo(Map.entry("Color010", "#63b359"));
    assertThat(colors.get(13)).isEqualTo(Map.entry("Color102", "#5E6671"));
  }

  @ParameterizedTest
  @CsvSource({
    "logo_url, 128",
    "brand_name, 36",
    "title, 27",
    "sub_title, 54",
    "notice, 48",
    "description, 3072",
    "service_phone, 24",
    "center_title, 18",
    "center_sub_title, 24",
    "center_url, 128",
    "custom_url_name, 15",
    "custom_url, 128",
    "custom_url_sub_title, 18",
    "promotion_url_name, 15",
    "promotion_url, 128",
    "promotion_url_sub_title, 18",
    "source, 36",
    "center_app_brand_user_name, 128",
    "custom_app_brand_pass, 128"
  })
  void texts_of_base_info_have_their_limit_in_bytes(String field, int bytes) {
    Field base = schema.inner("GIFT").orElseThrow().properties().get("base_info");
    assertThat(base.properties().get(field).limits().maxBytes()).hasValue(bytes);
  }

  @Test
  void a_reference_with_more_beside_it_keeps_both() {
    Field cash = schema.inner("CASH").orElseThrow();
    assertThat(cash.properties().get("reduce_cost").limits().minimum()).hasValue(1);
    assertThat(cash.properties().get("reduce_cost").types()).isEqualTo(List.of("integer"));
    assertThat(cash.properties().get("least_cost").limits().minimum()).hasValue(0);
  }

  @Test
  void a_rule_that_refuses_is_an_error_and_one_that_does_not_is_a_warning() {
    assertThat(schema.rules()).isNotEmpty();
    for (CardRule rule : schema.rules()) {
      assertThat(rule.errcode().isPresent())
          .as(rule.name() + rule.at())
          .isEqualTo(rule.severity() == Severity.ERROR);
    }
  }

  @Test
  void the_printed_schema_bounds_texts_for_validators_that_count_characters() {
    JsonNode title = CardSchema.document().at("/$defs/base_info/properties/title");
    assertThat(title.path("maxLength").intValue()).isEqualTo(27);
    assertThat(title.path("description").asText()).endsWith("At most 27 bytes in UTF-8.");
    assertThat(CardSchema.document().findParents("maxBytes"))
        .isNotEmpty()
        .allMatch(text -> text.path("maxLength").equals(text.path("maxBytes")));
  }
}
