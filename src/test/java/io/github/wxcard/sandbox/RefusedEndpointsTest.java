package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the sandbox knows of and does not play. */
final class RefusedEndpointsTest {
  private final RawSandbox raw = RawSandbox.inMemory();

  @AfterEach
  void close() {
    raw.close();
  }

  @Test
  void an_endpoint_that_is_not_played_answers_with_the_code_it_is_listed_with() {
    int count = 0;
    for (JsonNode endpoint : raw.get("/sandbox/coverage").path("endpoints")) {
      if (endpoint.path("coverage").asText().equals("refused")) {
        String path = endpoint.path("path").asText().replace("*", "anything");
        int errcode = Integer.parseInt(endpoint.path("note").asText().split(":", 2)[0]);
        assertThat(raw.errcode(path, "{}")).as(path).isEqualTo(errcode);
        assertThat(raw.post(path, "{}").path("errcode").asInt()).as(path).isEqualTo(41001);
        count++;
      }
    }
    assertThat(count).isGreaterThan(5);
  }
}
