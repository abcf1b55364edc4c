package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QrCodeServiceTest {
  @Injected private RawSandbox raw;
  private String cardId;

  @BeforeEach
  void aCard() {
    cardId = raw.create(Definitions.groupon());
  }

  @Test
  void a_code_for_one_card_has_a_ticket_and_links() {
    JsonNode qr = raw.done("/card/qrcode/create", single("\"outer_str\": \"12b\""));

    String ticket = qr.path("ticket").asText();
    assertThat(ticket).matches("gQ[A-Za-z0-9_-]{94}");
    assertThat(qr.path("expire_seconds").asInt()).isEqualTo(365 * 86_400);
    assertThat(qr.path("url").asText()).startsWith(raw.sandbox.base() + "/q/");
    assertThat(qr.path("show_qrcode_url").asText())
        .isEqualTo(raw.sandbox.base() + "/cgi-bin/showqrcode?ticket=" + ticket);
  }

  @Test
  void the_picture_of_a_code_reads_as_its_url() throws Exception {
    JsonNode qr = raw.done("/card/qrcode/create", single(""));

    HttpResponse<byte[]> picture =
        raw.send(qr.path("show_qrcode_url").asText(), builder -> builder.GET());

    assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpg");
    assertThat(picture.headers().firstValue("Cache-Control")).contains("max-age=604800");
    assertThat(decode(picture.body())).isEqualTo(qr.path("url").asText());
  }

  @Test
  void a_ticket_may_stand_in_a_link_encoded_or_not() {
    String ticket = raw.done("/card/qrcode/create", single("")).path("ticket").asText();
    String escaped = ticket.replace("-", "%2D").replace("_", "%5F").replace("g", "%67");

    assertThat(status("/cgi-bin/showqrcode?ticket=" + ticket)).isEqualTo(200);
    assertThat(status("/cgi-bin/showqrcode?ticket=" + escaped)).isEqualTo(200);
  }

  @Test
  void the_picture_is_gone_with_a_bad_or_ended_ticket() {
    String body = "{\"expire_seconds\": 60, " + single("").substring(1);
    JsonNode qr = raw.done("/card/qrcode/create", body);
    assertThat(qr.path("expire_seconds").asInt()).isEqualTo(60);
    URI picture = URI.create(qr.path("show_qrcode_url").asText());
    assertThat(status(picture.toString())).isEqualTo(200);

    raw.clock.advance(Duration.ofSeconds(60));

    assertThat(status(picture.toString())).isEqualTo(404);
    assertThat(status("/cgi-bin/showqrcode?ticket=gQ")).isEqualTo(404);
    assertThat(status("/cgi-bin/showqrcode")).isEqualTo(404);
    assertThat(raw.scan(qr.path("ticket").asText(), "x").path("errcode").asInt()).isEqualTo(40073);
  }

  @Test
  void a_phone_that_follows_the_link_is_told_what_to_do() {
    JsonNode qr = raw.done("/card/qrcode/create", single(""));

    HttpResponse<byte[]> page = raw.send(qr.path("url").asText(), builder -> builder.GET());

    assertThat(new String(page.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("wxcard sandbox scan " + qr.path("url").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "59, 40053",
    "60, 0",
    "1800, 0",
    "1801, 40053",
    "60.5, 40053",
    "'\"1800\"', 0",
    "'\"60.5\"', 40053",
    "'\"x\"', 40053"
  })
  void the_lifetime_is_from_a_minute_to_half_an_hour_also_inside_the_card(String time, int code) {
    String outside = "{\"expire_seconds\": " + time + ", " + single("").substring(1);
    String inside = single("\"expire_seconds\": " + time);

    assertThat(raw.errcode("/card/qrcode/create", outside)).isEqualTo(code);
    assertThat(raw.errcode("/card/qrcode/create", inside)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                                 | 40052",
        "{\"action_name\": \"QR_SCENE\"}                                    | 40052",
        "{\"action_name\": \"QR_CARD\"}                                     | 40053",
        "{\"action_name\": \"QR_CARD\", \"action_info\": {\"card\": []}}    | 40053",
        "{\"action_name\": \"QR_CARD\", \"action_info\": {\"card\": {}}}    | 41012",
        "{\"action_name\": \"QR_MULTIPLE_CARD\", \"action_info\": {}}       | 40053",
        "{\"action_name\": \"QR_MULTIPLE_CARD\","
            + " \"action_info\": {\"multiple_card\": {\"card_list\": []}}}  | 40053",
        "{\"action_name\": \"QR_CARD\","
            + " \"action_info\": {\"card\": {\"card_id\": \"p\"}}}          | 40073",
      })
  void a_wrong_request_is_named(String body, int errcode) {
    assertThat(raw.errcode("/card/qrcode/create", body)).isEqualTo(errcode);
  }

  @Test
  void a_merchants_code_is_asked_for_and_only_there() {
    String custom = raw.create(Definitions.groupon(base -> base.put("use_custom_code", true)));

    assertThat(raw.errcode("/card/qrcode/create", single(custom, ""))).isEqualTo(41013);
    assertThat(raw.errcode("/card/qrcode/create", single(custom, "\"code\": \"A-1\""))).isZero();
    String tooLong = "\"code\": \"" + "1".repeat(21) + "\"";
    assertThat(raw.errcode("/card/qrcode/create", single(custom, tooLong))).isEqualTo(40116);
    assertThat(raw.errcode("/card/qrcode/create", single("\"code\": \"1\""))).isEqualTo(40053);
  }

  @Test
  void a_receiver_is_asked_for_and_only_there() {
    String bound = raw.create(Definitions.groupon(base -> base.put("bind_openid", true)));

    assertThat(raw.errcode("/card/qrcode/create", single(bound, ""))).isEqualTo(41009);
    assertThat(raw.errcode("/card/qrcode/create", single(bound, "\"openid\": \"o1\""))).isZero();
    assertThat(raw.errcode("/card/qrcode/create", single("\"openid\": \"o1\""))).isEqualTo(40112);
  }

  @Test
  void a_unique_code_needs_an_approved_card_in_stock() {
    String unique = single("\"is_unique_code\": true");
    assertThat(raw.errcode("/card/qrcode/create", unique)).isEqualTo(40078);
    raw.done("/sandbox/approve", "{\"card_id\": \"" + cardId + "\"}");
    String ticket = raw.done("/card/qrcode/create", unique).path("ticket").asText();

    assertThat(raw.scan(ticket, "first").path("errcode").asInt()).isZero();
    assertThat(raw.scan(ticket, "second").path("errcode").asInt()).isEqualTo(40073);
  }

  @Test
  void several_cards_share_a_code_and_the_user_chooses() {
    String other = raw.create(Definitions.groupon());
    raw.done("/card/testwhitelist/set", "{\"username\": [\"usr1\"]}");
    String body =
        """
        {"action_name": "QR_MULTIPLE_CARD", "action_info": {"multiple_card": {"card_list": [
          {"card_id": "%s"}, {"card_id": "%s", "outer_str": "b"}]}}}
        """;
    String ticket =
        raw.done("/card/qrcode/create", body.formatted(cardId, other)).path("ticket").asText();

    assertThat(raw.scan(ticket, "usr1").path("card_id").asText()).isEqualTo(cardId);
    String choice = "{\"ticket\": \"%s\", \"username\": \"usr1\", \"card_id\": \"%s\"}";
    assertThat(raw.done("/sandbox/scan", choice.formatted(ticket, other)).path("card_id").asText())
        .isEqualTo(other);
    assertThat(raw.errcode("/sandbox/scan", choice.formatted(ticket, "p"))).isEqualTo(40073);
  }

  private String single(String further) {
    return single(cardId, further);
  }

  private static String single(String card, String further) {
    return "{\"action_name\": \"QR_CARD\", \"action_info\": {\"card\": {\"card_id\": \"%s\"%s}}}"
        .formatted(card, further.isEmpty() ? "" : ", " + further);
  }

  private int status(String url) {
    return raw.send(url, builder -> builder.GET()).statusCode();
  }

  private static String decode(byte[] jpeg) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    } catch (NotFoundException e) {
      throw new AssertionError("the picture holds no QR code", e);
    }
  }
}
