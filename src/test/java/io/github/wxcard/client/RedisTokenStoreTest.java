package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxcard.RedisServer;
import io.github.wxcard.client.Tokens.Token;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that share their tokens in Redis. */
class RedisTokenStoreTest {
  @TempDir Path folder;
  private RedisServer redis;
  private Fleet fleet;

  @BeforeEach
  void start() throws IOException {
    redis = RedisServer.start("pass-word");
    fleet = new Fleet(folder, redis.url());
  }

  @AfterEach
  void stop() {
    fleet.close();
    redis.close();
  }

  @Test
  void what_one_machine_has_fetched_the_other_finds_and_neither_keeps_itself() {
    Token fetched = fleet.one.client().tokens().current();
    Token found = fleet.other.client().tokens().current();

    assertThat(fetched.cached()).isFalse();
    assertThat(found.cached()).isTrue();
    assertThat(found.value()).isEqualTo(fetched.value());
    assertThat(found.expiresAt()).isEqualTo(fetched.expiresAt());
    assertThat(fleet.tokenCalls()).isEqualTo(1);
    assertThat(Fleet.keepsItself(fleet.one) || Fleet.keepsItself(fleet.other)).isFalse();
    assertThat(fleet.one.around.notices).isEmpty();
  }

  @Test
  void a_key_names_host_account_and_kind_and_lapses_with_the_token() {
    fleet.one.client().tokens().current();

    assertThat(redis.keys()).hasSize(1);
    String key = redis.key(":access_token");
    assertThat(key).startsWith("wxcard:{127.0.0.1:").contains(":wx1}").doesNotContain(Stub.SECRET);
    assertThat(redis.get(key)).contains("marker-token-1").doesNotContain(Stub.SECRET);
    assertThat(redis.lifetime(key)).isBetween(7_100_000L, 7_200_000L);
  }

  @Test
  void tickets_are_shared_too_and_fetching_one_fetches_the_token_on_the_way() {
    String answer = "{\"errcode\":0,\"ticket\":\"marker-ticket\",\"expires_in\":7200}";
    fleet.one.answer(Tokens.TICKET_PATH, Stub.json(answer));

    fleet.one.client().tokens().cardTicket();
    assertThat(fleet.other.client().tokens().cardTicket().cached()).isTrue();

    assertThat(fleet.one.requests(Tokens.TICKET_PATH)).isEqualTo(1);
    assertThat(redis.keys()).hasSize(2);
    assertThat(redis.get(redis.key(":wx_card_ticket"))).contains("marker-ticket");
  }

  @Test
  void a_refused_token_is_replaced_by_the_first_and_taken_over_by_the_second() {
    fleet.one.answer(
        "/card/getcolors",
        Stub.errcode(40001, "invalid credential"),
        Stub.json("{\"errcode\":0,\"colors\":[]}"),
        Stub.errcode(40001, "invalid credential"),
        Stub.json("{\"errcode\":0,\"colors\":[]}"));
    WeChat one = fleet.one.client();
    WeChat other = fleet.other.client();
    one.tokens().current();
    other.tokens().current();

    one.get("/card/getcolors", Map.of());
    other.get("/card/getcolors", Map.of());

    assertThat(fleet.tokenCalls()).isEqualTo(2);
    assertThat(fleet.one.last("/card/getcolors").queryParameter("access_token").firstValue())
        .isEqualTo("marker-token-2");
  }

  @Test
  void a_classic_token_is_shared_as_what_it_is() {
    fleet.one.answer(
        "/cgi-bin/token", Stub.json("{\"access_token\":\"marker-classic\",\"expires_in\":7200}"));

    fleet.one.client().tokens().classic();

    Token found = fleet.other.client().tokens().current();
    assertThat(found.value()).isEqualTo("marker-classic");
    assertThat(found.kind()).isEqualTo("classic");
  }

  @Test
  void a_token_in_its_last_minutes_is_fetched_again() {
    fleet.one.client().tokens().current();
    fleet.other.around.advance(Duration.ofMinutes(116));

    assertThat(fleet.other.client().tokens().current().value()).isEqualTo("marker-token-2");
  }

  @Test
  void an_entry_that_cannot_be_understood_is_a_miss_and_one_warning() {
    fleet.one.client().tokens().current();
    redis.set(redis.key(":access_token"), "{\"value\":7", 60_000);

    assertThat(fleet.other.client().tokens().current().cached()).isFalse();
    assertThat(fleet.other.around.notices).hasSize(1);
    assertThat(fleet.one.client().tokens().current().cached()).isTrue();
  }

  @Test
  void a_machine_that_dies_while_it_fetches_holds_the_others_up_only_for_a_while() {
    fleet.one.client().tokens().current();
    redis.set(redis.key(":access_token") + ":lock", "somebody dead", 300);

    Token token = fleet.other.client().tokens().refresh();

    assertThat(token.value()).isEqualTo("marker-token-2");
    assertThat(redis.keys()).noneMatch(key -> key.endsWith(":lock"));
  }

  @Test
  void waiting_for_another_machine_ends_with_the_time_limit() {
    fleet.one.client().tokens().current();
    String lock = redis.key(":access_token") + ":lock";
    redis.set(lock, "somebody slow", 60_000);
    ClientOptions hasty = fleet.other.options().withCallLimit(Duration.ofMillis(600));

    Failure failure =
        catchThrowableOfType(Failure.class, () -> fleet.other.client(hasty).tokens().refresh());

    assertThat(failure.kind()).isEqualTo(FailureKind.NETWORK);
    assertThat(redis.get(lock)).isEqualTo("somebody slow");
  }

  @Test
  void a_fetch_that_fails_lets_the_next_one_in_at_once() {
    fleet.one.answer(Stub.TOKEN_PATH, Stub.errcode(40013, "invalid appid"));

    Failure failure =
        catchThrowableOfType(Failure.class, () -> fleet.one.client().tokens().current());

    assertThat(failure.kind()).isEqualTo(FailureKind.AUTH);
    assertThat(redis.keys()).isEmpty();
  }

  @Test
  void a_dry_run_asks_redis_nothing() {
    fleet.one.client(fleet.one.options().withDryRun(true)).tokens().current();

    assertThat(redis.keys()).isEmpty();
  }
}
