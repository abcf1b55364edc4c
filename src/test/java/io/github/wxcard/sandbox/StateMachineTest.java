package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every status of a code against everything that is done with codes. */
final class StateMachineTest {
  private static final List<String> OPERATIONS =
      List.of("consume", "get", "gift", "accept", "return", "remove", "view", "open");

  @TempDir Path folder;

  /**
   * A number is the refusal, after which the code stands as before; a word is the status
   * afterwards, and GONE says that the code is nobody's.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # status     | consume  | get    | gift    | accept | return | remove | view         | open
          NORMAL       | CONSUMED | NORMAL | GIFTING | 40127  | 40127  | DELETE | NORMAL       | NORMAL
          CONSUMED     | 40099    | 40099  | 40127   | 40127  | 40127  | 40127  | CONSUMED     | CONSUMED
          EXPIRE       | 40127    | 40127  | 40127   | 40127  | 40127  | DELETE | EXPIRE       | EXPIRE
          GIFTING      | 40127    | 40127  | 40127   | GONE   | NORMAL | DELETE | GIFTING      | GIFTING
          GIFT_TIMEOUT | 40127    | 40127  | 40127   | 40127  | NORMAL | DELETE | GIFT_TIMEOUT | GIFT_TIMEOUT
          GONE         | 40056    | 40056  | 40056   | 40056  | 40056  | 40056  | 40056        | 40056
          DELETE       | 40127    | 40127  | 40127   | 40127  | 40127  | 40127  | 40127        | 40127
          UNAVAILABLE  | 40127    | 40127  | 40127   | 40127  | 40127  | 40127  | UNAVAILABLE  | UNAVAILABLE
          """)
  void a_code_in_each_status(
      String status,
      String consume,
      String get,
      String gift,
      String accept,
      String giveBack,
      String remove,
      String view,
      String open) {
    List<String> expected = List.of(consume, get, gift, accept, giveBack, remove, view, open);

    List<String> actual = OPERATIONS.stream().map(operation -> outcome(status, operation)).toList();

    assertThat(actual).isEqualTo(expected);
  }

  private String outcome(String status, String operation) {
    Path db = folder.resolve(operation + ".db");
    try (RawSandbox raw = RawSandbox.on(db, 1)) {
      Phone phone = new Phone(raw);
      JsonNode claim =
          raw.claimed(
              Definitions.groupon(base -> base.put("custom_url", "http://example.com/")), "a");
      bring(phone, claim, status, new DatabaseRows(db));
      assertThat(status(phone, claim)).isEqualTo(status);
      int errcode = done(phone, claim, operation);
      String after = status(phone, claim);
      if (errcode != 0) {
        assertThat(after).as("%s after a refused %s", status, operation).isEqualTo(status);
      }
      return errcode == 0 ? after : Integer.toString(errcode);
    }
  }

  private static void bring(Phone phone, JsonNode claim, String status, DatabaseRows rows) {
    String code = claim.path("code").asText();
    switch (status) {
      case "CONSUMED" -> phone.raw().done("/card/code/consume", Json.write(Phone.named(claim)));
      case "EXPIRE" -> phone.later(Duration.ofDays(15));
      case "GIFTING" -> phone.done("gift", code, "from", "a");
      case "GIFT_TIMEOUT" -> {
        phone.done("gift", code, "from", "a");
        phone.later(Duration.ofHours(25));
      }
      case "GONE" -> phone.done("gift", code, "from", "a", "to", "b");
      case "DELETE" -> phone.done("remove", code, "user", "a");
      case "UNAVAILABLE" ->
          rows.change("UPDATE code SET status = 'UNAVAILABLE' WHERE code = ?", code);
      default -> {}
    }
  }

  private static int done(Phone phone, JsonNode claim, String operation) {
    String code = claim.path("code").asText();
    return switch (operation) {
      case "consume", "get" ->
          phone.raw().errcode("/card/code/" + operation, Json.write(Phone.named(claim)));
      case "gift" -> phone.errcode("gift", code, "from", "a");
      case "accept" -> phone.errcode("accept", code, "user", "c");
      case "return" -> phone.errcode("return", code);
      default -> phone.errcode(operation, code, "user", "a");
    };
  }

  private static String status(Phone phone, JsonNode claim) {
    String status = phone.status(claim);
    return status.equals("40056") ? "GONE" : status;
  }
}
