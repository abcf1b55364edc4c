package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.access.Tokens;
import io.github.wxcard.sandbox.service.base.Images;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Links;
import io.github.wxcard.sandbox.service.base.TemporaryMedia;
import io.github.wxcard.sandbox.service.share.QrCodes;
import io.github.wxcard.sandbox.store.QrTable.Qr;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.server.Request;
import io.github.wxcard.text.QueryString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the sandbox shows to a browser or a phone: pictures, and where a code leads. */
final class Pages {
  private static final String A_WEEK = "max-age=604800";

  private final Store store;
  private final QrCodes qrCodes;

  Pages(Store store, QrCodes qrCodes) {
    this.store = store;
    this.qrCodes = qrCodes;
  }

  /** {@code GET /cgi-bin/showqrcode}: the picture of a QR code. */
  Answer qrPicture(Request request) {
    String ticket = QueryString.parse(request.queryText()).getOrDefault("ticket", "");
    return store
        .read(tx -> QrCodes.living(tx, ticket))
        .map(qr -> picture("image/jpg", QrPicture.jpeg(qrCodes.address(qr))))
        .orElseGet(Pages::missing);
  }

  /** {@code GET /cgi-bin/media/get}: a file that is kept for some days. */
  Answer medium(Request request) {
    Input input = Body.of(request, false);
    TemporaryMedia.Medium medium =
        store.read(
            tx -> {
              Tokens.check(tx, input);
              return TemporaryMedia.get(tx, input);
            });
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", medium.contentType());
    headers.put("Content-Disposition", "attachment; filename=\"" + medium.id() + "\"");
    return Answer.of(200, headers, medium.content());
  }

  /** An uploaded image. */
  Answer image(Request request) {
    return store
        .read(tx -> Images.find(tx, request.path()))
        .map(image -> picture(image.mediaType(), image.content()))
        .orElseGet(Pages::missing);
  }

  /** What a phone finds that scans a sandbox's code. */
  Answer scan(Request request) {
    String link = request.path().substring(Links.SCANS.length());
    Optional<Qr> qr = store.read(tx -> tx.qrCodes().byLink(link));
    return qr.isEmpty()
        ? missing()
        : Answer.plain(
            200,
            "This code belongs to a wxcard sandbox, which no phone can claim from.\n"
                + "Claim it with: wxcard sandbox scan "
                + qrCodes.address(qr.get())
                + " --as somebody\n");
  }

  /** What a phone finds behind the link to an activation form. */
  static Answer activation(Request request) {
    return Answer.plain(
        200,
        """
        This form belongs to a wxcard sandbox, and no phone can fill it in.
        Fill it in with: wxcard sandbox activate CODE --as somebody --set MOBILE=13800000000
        """);
  }

  /** What a phone finds that taps on a card in an article. */
  static Answer article(Request request) {
    return Answer.plain(
        200,
        """
        This card belongs to a wxcard sandbox, which no phone can claim from.
        Claim it with: wxcard sandbox scan 'LINK' --as somebody, where LINK is this address.
        """);
  }

  private static Answer picture(String mediaType, byte[] content) {
    return Answer.of(200, Map.of("Content-Type", mediaType, "Cache-Control", A_WEEK), content);
  }

  private static Answer missing() {
    return Answer.plain(404, "There is nothing here.\n");
  }
}
