package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownCallsTest {
  @Test
  void every_call_is_there_once() {
    assertThat(KnownCalls.all())
        .hasSizeGreaterThan(70)
        .allSatisfy(known -> assertThat(known.method()).isIn("GET", "POST"))
        .extracting(KnownCalls.Known::path)
        .doesNotHaveDuplicates()
        .allMatch(path -> path.matches("/[a-z_/0-9-]+"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/card/create",
        "/card/code/consume",
        "/card/modifystock",
        "/card/membercard/updateuser",
        "/card/qrcode/create",
        "/cgi-bin/clear_quota",
        "/card/get/",
        "/unheard"
      })
  void what_changes_something_or_is_not_known_does_not_count_as_reading(String path) {
    assertThat(KnownCalls.reads(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/card/get", "/card/code/get", "/card/code/decrypt", "/card/batchget"})
  void looking_something_up_counts_as_reading(String path) {
    assertThat(KnownCalls.reads(path)).isTrue();
  }
}
