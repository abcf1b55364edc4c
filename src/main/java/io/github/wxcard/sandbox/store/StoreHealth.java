package io.github.wxcard.sandbox.store;

import java.util.function.Consumer;

/** Tells once that the database fails, however many meet it, and once that it works again. */
final class StoreHealth {
  private final String name;
  private volatile Consumer<String> told = notice -> {};
  private volatile String trouble;

  /**
   * @param name what the database is called before a person
   */
  StoreHealth(String name) {
    this.name = name;
  }

  void tell(Consumer<String> listener) {
    told = listener;
  }

  boolean isFailing() {
    return trouble != null;
  }

  synchronized void failed(StoreException cause) {
    String reason = cause.reason();
    if (!reason.equals(trouble)) {
      trouble = reason;
      told.accept(
          name
              + ": "
              + reason
              + ". Until that is mended, calls that change something are answered with -1;"
              + " the others go on.");
    }
  }

  synchronized void recovered() {
    trouble = null;
    told.accept(name + ": changes are written again.");
  }
}
