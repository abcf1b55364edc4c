package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.RedisServer;
import io.github.wxcard.client.redis.RedisTokenStore;
import io.github.wxcard.config.CachedToken;
import io.github.wxcard.config.FileTokenStore;
import io.github.wxcard.config.TokenStore.Obtained;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with Redis costs one warning, and the machine's own file takes over. */
class RedisFailuresTest {
  private static final String PASSWORD = "marker-password";

  @TempDir Path folder;

  @Test
  void nobody_listens() throws IOException {
    int port = RedisServer.freePort();

    assertThat(warning("redis://:" + PASSWORD + "@127.0.0.1:" + port))
        .contains("127.0.0.1:" + port, "cannot connect", "Start Redis there", "profile ci");
  }

  @Test
  void nobody_knows_the_host() {
    assertThat(warning("redis://:" + PASSWORD + "@no-such-host.invalid"))
        .contains("no-such-host.invalid:6379", "name is not known");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"redis://:marker-password@", "redis://", "redis://nobody:marker-password@"})
  void the_login_is_refused(String begin) throws IOException {
    try (RedisServer redis = RedisServer.start("the-right-one")) {
      assertThat(warning(begin + "127.0.0.1:" + redis.port()))
          .contains("the user or password is refused")
          .doesNotContain("the-right-one");
    }
  }

  @Test
  void the_database_does_not_exist() throws IOException {
    try (RedisServer redis = RedisServer.start()) {
      assertThat(warning(redis.url() + "/999")).contains("it refuses:");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 400 Bad Request\r\n\r\n",
        "$20000000\r\n",
        "$-7\r\nxx",
        "*2147483647\r\n",
        "$2147483647\r\n",
        "*9999999999999\r\n",
        "*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n:1\r\n",
        "%1\r\n+a\r\n+b\r\n",
        ":many\r\n"
      })
  void what_answers_is_something_else(String greeting) throws IOException {
    try (Counterpart other = Counterpart.saying(greeting)) {
      assertThat(warning("redis://:" + PASSWORD + "@127.0.0.1:" + other.port()))
          .contains("127.0.0.1:" + other.port());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "-ERR ", "$200000\r\n", "*1000\r\n$9000\r\n"})
  void an_answer_without_an_end_is_not_kept(String begin) throws IOException {
    try (Counterpart other = Counterpart.flooding(begin)) {
      assertThat(warning("redis://:" + PASSWORD + "@127.0.0.1:" + other.port()))
          .contains("what answers there is not Redis");
    }
  }

  @Test
  void who_may_run_no_scripts_keeps_nobody_waiting_and_leaves_no_lock() throws IOException {
    try (RedisServer redis = RedisServer.start()) {
      redis.admit("shy", PASSWORD, "~wxcard:*", "+@all", "-eval", "-evalsha");

      assertThat(warning("redis://shy:" + PASSWORD + "@127.0.0.1:" + redis.port()))
          .contains("it refuses: NOPERM", "EVAL");
      assertThat(redis.keys()).isEmpty();
    }
  }

  @Test
  void an_error_that_quotes_what_was_sent_is_not_repeated() throws IOException {
    String quoting = "-ERR unknown command, with args beginning with: `" + PASSWORD + "`\r\n";
    try (Counterpart other = Counterpart.saying(quoting)) {
      assertThat(warning("redis://:" + PASSWORD + "@127.0.0.1:" + other.port()))
          .contains("it refuses: ERR unknown command.");
    }
  }

  @Test
  void it_closes_the_connection() throws IOException {
    try (Counterpart other = Counterpart.closing()) {
      assertThat(warning("redis://127.0.0.1:" + other.port())).contains("connection was closed");
    }
  }

  @Test
  void it_never_answers_and_leaves_most_of_the_time_for_the_command() throws IOException {
    try (Counterpart other = Counterpart.silent()) {
      assertThat(warning("redis://127.0.0.1:" + other.port())).contains("no answer in time");
    }
  }

  @Test
  void it_goes_away_while_the_token_is_fetched() throws IOException {
    RedisServer redis = RedisServer.start();
    try (Fleet fleet = new Fleet(folder, redis.url())) {
      WeChat client = fleet.one.client();
      fleet.one.answer(
          "/card/getcolors",
          Stub.errcode(40001, "invalid credential"),
          Stub.json("{\"errcode\":0,\"colors\":[]}"));
      client.tokens().current();
      redis.close();

      client.get("/card/getcolors", Map.of());

      assertThat(fleet.one.around.notices).hasSize(1);
      assertThat(fleet.tokenCalls()).isEqualTo(2);
      assertThat(Fleet.keepsItself(fleet.one)).isTrue();
    }
  }

  @Test
  void it_goes_away_before_the_fetched_token_is_stored() throws IOException {
    RedisServer redis = RedisServer.start();
    try (Fleet fleet = new Fleet(folder, redis.url())) {
      RedisTokenStore shared = fleet.one.client().sharedTokens().orElseThrow();
      CachedToken value =
          FileTokenStore.fetched("late", "stable", fleet.one.around.instant(), 7200);

      Obtained obtained =
          shared.obtain(
              "access_token",
              stored -> true,
              Duration.ofSeconds(9),
              () -> {
                redis.close();
                return value;
              });

      assertThat(obtained.value()).isEqualTo(value);
      assertThat(fleet.one.around.notices).hasSize(1);
      assertThat(fleet.one.client().tokens().current().value()).isEqualTo("late");
      assertThat(fleet.tokenCalls()).isZero();
    }
  }

  /** The only warning of a run that gets its token all the same, from WeChat and then its file. */
  private String warning(String tokenStore) {
    try (Fleet fleet = new Fleet(folder, tokenStore)) {
      ClientOptions hasty = fleet.one.options().withCallLimit(Duration.ofSeconds(3));

      assertThat(fleet.one.client(hasty).tokens().current().cached()).isFalse();
      String warning = String.join("\n", fleet.one.around.notices);

      assertThat(fleet.one.around.notices).hasSize(1);
      assertThat(warning).startsWith("warning: token store ").doesNotContain(PASSWORD);
      assertThat(fleet.one.client(hasty).tokens().current().cached()).isTrue();
      assertThat(fleet.tokenCalls()).isEqualTo(1);
      return warning;
    }
  }
}
