package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A seed with a mistake is refused with its place, and changes nothing. */
final class RefusedSeedsTest {
  private static final String HEAD = "{\"wxcard_sandbox\": 1, \"tables\": ";

  @Injected private RawSandbox raw;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                    | does not begin with \"wxcard_sandbox\": 1",
        "{\"wxcard_sandbox\": 2}               | does not begin with \"wxcard_sandbox\": 1",
        "{\"wxcard_sandbox\": 1}               | tables is not an object",
        "{\"wxcard_sandbox\": 1, \"x\": 1}     | there is no key 'x'",
      })
  void what_is_no_dump_is_refused(String seed, String reason) {
    refuses(seed, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"cards\": []}                       | there is no table 'cards'",
        "{\"token\": []}                       | there is no table 'token'",
        "{\"card\": {}}                        | table card is not a list of rows",
        "{\"tester\": [7]}                     | table tester, row 1: it is not an object",
        "{\"tester\": [{\"kind\": \"name\"}]}  | table tester, row 1: column value is missing",
        "{\"tester\": [{\"kind\": null, \"value\": \"x\"}]}  | row 1: kind is not a text",
        "{\"tester\": [{\"kind\": \"name\", \"valu\": \"x\", \"value\": \"x\"}]} | no column"
            + " 'valu'",
        "{\"fault\": [{\"rule\": {\"errcode\": -1}, \"left\": \"2\"}]} | left is not a whole"
            + " number",
        "{\"fault\": [{\"rule\": \"{}\"}]}     | row 1: rule is not a JSON object",
        "{\"fault\": [{\"rule\": {}}]}         | say what the fault does",
        "{\"setting\": [{\"name\": \"callback\", \"value\": \"{}\"}]} | callback is no part",
        "{\"setting\": [{\"name\": \"clock_offset\", \"value\": \"x\"}]} | clock_offset is not",
        "{\"image\": [{\"id\": \"a\", \"media_type\": \"b\", \"content\": \"*\", \"created\": 1}]}"
            + " | content is not bytes in base64",
        "{\"deposit\": [{\"card_id\": \"p\", \"code\": \"1\"}]} | card_id names p, and table card",
      })
  void a_wrong_row_is_named_and_nothing_is_kept(String tables, String reason) {
    refuses(HEAD + tables + "}", reason);
  }

  @Test
  void rows_that_exclude_each_other_are_named() {
    ObjectNode export;
    try (RawSandbox other = RawSandbox.inMemory()) {
      other.create(Definitions.groupon());
      export = (ObjectNode) other.get("/sandbox/export");
    }
    JsonNode card = export.at("/tables/card/0").deepCopy();
    export.withArray("/tables/card").add(card);
    refuses(export.toString(), "table card, row 2: a row before it has the same card.id");

    ((ObjectNode) export.at("/tables/card/1")).put("id", "p2").put("status", "APPROVED");
    refuses(export.toString(), "status is not one of NOT_VERIFY, VERIFY_FAIL");
  }

  private void refuses(String seed, String reason) {
    raw.done("/card/testwhitelist/set", "{\"username\": [\"kept\"]}");
    JsonNode before = tables(raw);

    assertThatThrownBy(() -> raw.sandbox.seed(Definitions.json(seed)))
        .hasMessageContaining(reason)
        .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
        .returns(FailureKind.INPUT, Failure::kind);

    assertThat(tables(raw)).isEqualTo(before);
    raw.done("/card/getcolors", "{}");
  }

  private static JsonNode tables(RawSandbox sandbox) {
    return sandbox.get("/sandbox/export").path("tables");
  }
}
