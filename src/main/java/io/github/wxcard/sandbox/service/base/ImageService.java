package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.CardUrl;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.store.ImageTable.Image;
import io.github.wxcard.sandbox.store.Transaction;
import io.github.wxcard.text.ImageFormat;
import java.net.URI;
import java.util.Optional;

/** Uploaded images, such as a card's logo. */
public final class ImageService {
  private static final int LARGEST = 1 << 20;

  private final SandboxLinks links;

  public ImageService(SandboxLinks links) {
    this.links = links;
  }

  /**
   * {@code POST /cgi-bin/media/uploadimg}: keeps a PNG or JPEG of at most 1 MB. WeChat lists two
   * codes for a wrong type and three for a wrong size, and nothing tells when it answers which:
   * here it is always 40137 and 40009.
   */
  public ObjectNode upload(Transaction tx, CallInput input) {
    byte[] content = input.upload();
    if (content.length == 0) {
      throw new ApiException(44001, "the file is empty");
    }
    if (content.length > LARGEST) {
      throw new ApiException(40009, "the file has " + content.length + " bytes, limit " + LARGEST);
    }
    ImageFormat format =
        ImageFormat.of(content)
            .orElseThrow(() -> new ApiException(40137, "the file is neither PNG nor JPEG"));
    String id = IdGenerator.image(content);
    tx.images().add(id, new Image(format.mediaType(), content), tx.now());
    return Json.object().put("url", links.toImage(id));
  }

  public static Optional<Image> find(Transaction tx, String path) {
    return tx.images().find(SandboxLinks.imageId(path));
  }

  /** Whether a URL names an image that was uploaded here, whatever its host and port. */
  public static boolean isUploaded(Transaction tx, String url) {
    try {
      String path = URI.create(url).getPath();
      return path != null && tx.images().has(SandboxLinks.imageId(path));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Refuses the URL of a picture that was uploaded neither here nor to WeChat. */
  public static void checkUploaded(Transaction tx, String field, String url) {
    checkUploaded(tx, "image", field, url);
  }

  /** Refuses the background of a card, when there is one, that was uploaded nowhere. */
  public static void checkBackground(Transaction tx, JsonNode object) {
    CallInput.text(object, "background_pic_url")
        .ifPresent(url -> checkUploaded(tx, "background", "background_pic_url", url));
  }

  private static void checkUploaded(Transaction tx, String kind, String field, String url) {
    boolean wechats = CardUrl.parse(url).filter(parts -> parts.uploaded(kind)).isPresent();
    if (!wechats && !isUploaded(tx, url)) {
      throw new ApiException(40141, field + " is no URL that uploadimg gave");
    }
  }
}
