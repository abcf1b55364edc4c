package io.github.wxcard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code tokenStore} may say. */
class TokenStoreAddressTest {
  private static final String ORIGIN = "profile ci";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "redis://cache, false, cache, 6379, \"\", \"\", 0",
        "REDISS://cache.example:6380/3, true, cache.example, 6380, \"\", \"\", 3",
        "redis://:pass@ci_redis:1/, false, ci_redis, 1, \"\", pass, 0",
        "redis://ci:p%40ss%25@[::1]:65535, false, ::1, 65535, ci, p@ss%, 0",
        "redis://:a/b?c#d@e+f@10.0.0.7, false, 10.0.0.7, 6379, \"\", a/b?c#d@e+f, 0",
      })
  void the_parts_of_an_address(
      String text, boolean tls, String host, int port, String user, String password, int database) {
    assertThat(TokenStoreAddress.parse(text, ORIGIN))
        .isEqualTo(new TokenStoreAddress(tls, host, port, user, password, database, ORIGIN));
  }

  @ParameterizedTest
  @CsvSource({
    "memcached://:marker-pass@cache, memcached",
    "http://user:marker-pass@cache:80/, http",
    "cache:6379, no address",
    "redis://, no address",
    "redis://:marker-pass@, no address",
    "redis://:marker-pass@cache:port, no address",
    "redis://:marker-pass@cache:0, ports go from 1",
    "redis://:marker-pass@cache:65536, ports go from 1",
    "redis://:marker-pass@cache/name, no address",
    "redis://:marker-pass@cache?tls=yes, no address",
    "redis://marker-pass@cache, without a password",
    "redis://:marker-pass%zz@cache, percent-encoding",
  })
  void what_is_no_address_is_told_without_the_password(String text, String complaint) {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> TokenStoreAddress.parse(text, ORIGIN));

    assertThat(failure.kind()).isEqualTo(FailureKind.CONFIG);
    assertThat(failure.getMessage()).contains(ORIGIN, complaint).doesNotContain("marker-pass");
    assertThat(failure.fix().orElseThrow()).contains("rediss://").doesNotContain("marker-pass");
  }

  @Test
  void the_password_is_not_shown() {
    String address = "rediss://ci:marker-pass@cache:6380/2";

    assertThat(TokenStoreAddress.parse(address, ORIGIN)).hasToString("rediss://***@cache:6380/2");
    assertThat(TokenStoreAddress.shown("redis:/marker-pass@cache")).isEqualTo("not understood");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://:marker-pass@cache",
        "redis://ci:marker-pass@cache:no-port",
        "memcached://ci:marker-pass@cache",
      })
  void the_password_is_known_as_a_secret_wherever_it_can_be_found(String text) {
    assertThat(TokenStoreAddress.secrets(text)).contains("marker-pass");
  }

  @Test
  void a_password_is_a_secret_as_written_and_as_meant() {
    assertThat(TokenStoreAddress.secrets("redis://:marker%2Dpass@cache"))
        .containsExactlyInAnyOrder("marker%2Dpass", "marker-pass");
  }
}
