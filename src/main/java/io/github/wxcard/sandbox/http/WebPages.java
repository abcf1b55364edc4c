package io.github.wxcard.sandbox.http;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.github.wxcard.sandbox.service.access.TokenService;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.ImageService;
import io.github.wxcard.sandbox.service.base.SandboxLinks;
import io.github.wxcard.sandbox.service.base.TemporaryMediaService;
import io.github.wxcard.sandbox.service.share.CardPageService;
import io.github.wxcard.sandbox.service.share.QrCodeService;
import io.github.wxcard.sandbox.store.QrTable.Qr;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.server.Request;
import io.github.wxcard.server.Response;
import io.github.wxcard.text.QueryString;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What the sandbox shows to a browser or a phone: pictures, and where a code leads. */
final class WebPages {
  private static final String A_WEEK = "max-age=604800";

  private final Store store;
  private final QrCodeService qrCodes;
  private final CardPageService cardPages;

  WebPages(Store store, QrCodeService qrCodes, CardPageService cardPages) {
    this.store = store;
    this.qrCodes = qrCodes;
    this.cardPages = cardPages;
  }

  /** {@code GET /cgi-bin/showqrcode}: the picture of a QR code. */
  Response qrPicture(Request request) {
    String ticket = QueryString.parse(request.queryText()).getOrDefault("ticket", "");
    return store
        .read(tx -> QrCodeService.living(tx, ticket))
        .map(qr -> picture("image/jpg", QrJpeg.jpeg(qrCodes.address(qr))))
        .orElseGet(WebPages::missing);
  }

  /** {@code GET /cgi-bin/media/get}: a file that is kept for some days. */
  Response medium(Request request) {
    CallInput input = CallInputReader.read(request, false);
    TemporaryMediaService.Medium medium =
        store.read(
            tx -> {
              TokenService.check(tx, input);
              return TemporaryMediaService.get(tx, input);
            });
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", medium.contentType());
    headers.put("Content-Disposition", "attachment; filename=\"" + medium.id() + "\"");
    return new Response(200, headers, medium.content());
  }

  Response image(Request request) {
    return store
        .read(tx -> ImageService.find(tx, request.path()))
        .map(image -> picture(image.mediaType(), image.content()))
        .orElseGet(WebPages::missing);
  }

  /** What a phone finds that scans a sandbox's code. */
  Response scan(Request request) {
    String link = request.path().substring(SandboxLinks.SCANS.length());
    Optional<Qr> qr = store.read(tx -> tx.qrCodes().byLink(link));
    return qr.isEmpty()
        ? missing()
        : Response.plain(
            200,
            "This code belongs to a wxcard sandbox, which no phone can claim from.\n"
                + "Claim it with: wxcard sandbox scan "
                + qrCodes.address(qr.get())
                + " --as somebody\n");
  }

  /** The landing page behind a link as text: its cards, and how to claim one. */
  Response landing(Request request) {
    String link = request.path().substring(SandboxLinks.PAGES.length());
    return store
        .read(tx -> cardPages.text(tx, link))
        .map(text -> Response.plain(200, text))
        .orElseGet(() -> Response.plain(404, "There is no such page.\n"));
  }

  /** What a phone finds behind the link to an activation form. */
  static Response activation(Request request) {
    return Response.plain(
        200,
        """
        This form belongs to a wxcard sandbox, and no phone can fill it in.
        Fill it in with: wxcard sandbox activate CODE --as somebody --set MOBILE=13800000000
        """);
  }

  /** What a phone finds that taps on a card in an article. */
  static Response article(Request request) {
    return Response.plain(
        200,
        """
        This card belongs to a wxcard sandbox, which no phone can claim from.
        Claim it with: wxcard sandbox scan 'LINK' --as somebody, where LINK is this address.
        """);
  }

  private static Response picture(String mediaType, byte[] content) {
    return new Response(200, Map.of("Content-Type", mediaType, "Cache-Control", A_WEEK), content);
  }

  private static Response missing() {
    return Response.plain(404, "There is nothing here.\n");
  }

  /** Draws a QR code as the JPEG that WeChat serves. */
  private static final class QrJpeg {
    private static final int PIXELS = 430;
    private static final int WHITE = 0xffffff;

    private QrJpeg() {}

    static byte[] jpeg(String content) {
      try {
        return encode(draw(content));
      } catch (WriterException e) {
        throw new IllegalArgumentException(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static BufferedImage draw(String content) throws WriterException {
      BitMatrix modules = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, PIXELS, PIXELS);
      BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_BYTE_GRAY);
      for (int y = 0; y < PIXELS; y++) {
        for (int x = 0; x < PIXELS; x++) {
          image.setRGB(x, y, modules.get(x, y) ? 0 : WHITE);
        }
      }
      return image;
    }

    /** Kept in memory: ImageIO's shortcuts would write a temporary file. */
    private static byte[] encode(BufferedImage image) throws IOException {
      ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(image);
      } finally {
        writer.dispose();
      }
      return bytes.toByteArray();
    }
  }
}
