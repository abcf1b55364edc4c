package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.store.DocumentTable.Document;
import io.github.wxcard.sandbox.store.Transaction;
import io.github.wxcard.text.ImageFormat;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Files that are kept for three days, such as the papers of a sub-merchant. */
public final class TemporaryMediaService {
  private static final String KIND = "media";
  private static final int INVALID_ID = 40007;
  private static final long KEPT_SECONDS = 3L * 86_400;
  private static final String IMAGE = "image";
  private static final String THUMB = "thumb";
  private static final Set<String> TYPES = Set.of(IMAGE, "voice", "video", THUMB);

  private final IdGenerator ids;

  public TemporaryMediaService(IdGenerator ids) {
    this.ids = ids;
  }

  public record Medium(String id, String contentType, byte[] content) {}

  /** {@code POST /cgi-bin/media/upload} with {@code type} in the query. */
  public ObjectNode upload(Transaction tx, CallInput input) {
    String type =
        input
            .query("type")
            .filter(TYPES::contains)
            .orElseThrow(
                () ->
                    new ApiException(
                        40004, "type of the query is not image, voice, video or thumb"));
    byte[] content = input.upload();
    if (content.length == 0) {
      throw new ApiException(44001, "the file is empty");
    }
    Optional<String> picture = ImageFormat.of(content).map(ImageFormat::mediaType);
    if (type.equals(IMAGE) && picture.isEmpty()) {
      throw new ApiException(40137, "the file is neither PNG nor JPEG");
    }
    tx.documents().removeBefore(KIND, tx.now() - KEPT_SECONDS);
    String id = ids.media();
    ObjectNode kept = Json.object().put("type", picture.orElse("application/octet-stream"));
    kept.put("content", Base64.getEncoder().encodeToString(content));
    tx.documents().put(KIND, id, kept, tx.now());
    return Json.object()
        .put("type", type)
        .put(type.equals(THUMB) ? "thumb_media_id" : "media_id", id)
        .put("created_at", tx.now());
  }

  /** {@code GET /cgi-bin/media/get}: the file of a {@code media_id}. */
  public static Medium get(Transaction tx, CallInput input) {
    String id =
        input
            .query("media_id")
            .orElseThrow(() -> new ApiException(INVALID_ID, "media_id is missing"));
    ObjectNode kept = living(tx, "media_id", id).body();
    return new Medium(
        id, kept.path("type").asText(), Base64.getDecoder().decode(kept.path("content").asText()));
  }

  /** Refuses the id of a file that was never uploaded here, or too long ago. */
  public static void check(Transaction tx, String field, String id) {
    living(tx, field, id);
  }

  private static Document living(Transaction tx, String field, String id) {
    Document found =
        tx.documents()
            .find(KIND, id)
            .orElseThrow(
                () ->
                    new ApiException(
                        INVALID_ID,
                        field + " is no media_id that /cgi-bin/media/upload gave here"));
    if (tx.now() >= found.created() + KEPT_SECONDS) {
      throw new ApiException(INVALID_ID, field + " was uploaded more than three days ago");
    }
    return found;
  }
}
