package io.github.wxcard.sandbox.store;

import java.util.Optional;

public record ImageTable(Sql sql) {
  /**
   * An image's bytes.
   *
   * @param mediaType as in {@code image/png}
   */
  public record Image(String mediaType, byte[] content) {}

  public Optional<Image> find(String id) {
    return sql.one(
        row -> new Image(row.text(), row.bytes()),
        "SELECT media_type, content FROM image WHERE id = ?",
        id);
  }

  public boolean has(String id) {
    return sql.number("SELECT count(*) FROM image WHERE id = ?", id) > 0;
  }

  /** Keeps an image; the same id again changes nothing. */
  public void add(String id, Image image, long now) {
    sql.change(
        "INSERT OR IGNORE INTO image VALUES (?, ?, ?, ?)",
        id,
        image.mediaType(),
        image.content(),
        now);
  }
}
