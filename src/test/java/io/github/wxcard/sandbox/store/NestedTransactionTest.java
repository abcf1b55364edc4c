package io.github.wxcard.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.sandbox.store.TokenTable.Token;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A part of a transaction can be undone while the rest of it stays. */
final class NestedTransactionTest {
  private static final Token TOKEN = new Token("t", "classic", 0, 7200, 7200);

  private final Store store = Store.open(Optional.empty(), Clock.systemUTC());

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void what_fails_inside_is_undone_and_what_was_done_outside_stays() {
    store.write(
        tx -> {
          tx.settings().set("before", "1");
          assertThatThrownBy(() -> tx.nested(() -> fail(tx))).isInstanceOf(RuntimeException.class);
          assertThat(tx.tokens().find("t")).as("remembered though undone").isEmpty();
          tx.settings().set("after", "3");
          return null;
        });

    assertThat(setting("before")).contains("1");
    assertThat(setting("inside")).isEmpty();
    assertThat(setting("after")).contains("3");
    Optional<Token> token = store.read(tx -> tx.tokens().find("t"));
    assertThat(token).isEmpty();
  }

  @Test
  void what_succeeds_inside_stays() {
    store.write(tx -> tx.nested(() -> set(tx, "inside", "2")));

    assertThat(setting("inside")).contains("2");
  }

  private Optional<String> setting(String name) {
    return store.read(tx -> tx.settings().find(name));
  }

  private static Object fail(Transaction tx) {
    tx.settings().set("inside", "2");
    tx.tokens().add(TOKEN);
    assertThat(tx.tokens().find("t")).contains(TOKEN);
    throw new IllegalStateException("refused");
  }

  private static Object set(Transaction tx, String name, String value) {
    tx.settings().set(name, value);
    return value;
  }
}
