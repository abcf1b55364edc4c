package io.github.wxcard.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;

/** A merchant's program, written with WxJava, that knows a sandbox's address alone. */
final class SdkAccount {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WxMpService weChat = new WxMpServiceImpl();
  private final String base;

  SdkAccount(SandboxHandle sandbox) {
    WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
    config.setAppId(sandbox.appId());
    config.setSecret(sandbox.secret());
    base = sandbox.baseUrl().toString();
    config.setHostConfig(new WxMpHostConfig(base, base, base));
    weChat.setWxMpConfigStorage(config);
  }

  /** Creates the groupon of the samples. */
  String createCard() {
    try {
      String definition = Files.readString(Path.of("samples/groupon.json"));
      return post("/card/create", definition).path("card_id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String qrCodeOf(String cardId) {
    String body =
        """
        {"action_name": "QR_CARD", "action_info": {"card": {"card_id": "%s"}}}
        """;
    return post("/card/qrcode/create", body.formatted(cardId)).path("url").asText();
  }

  int cards() {
    return post("/card/batchget", "{\"offset\": 0, \"count\": 10}").path("total_num").asInt();
  }

  /** A refusal is a {@link RefusedCall}. */
  private JsonNode post(String path, String body) {
    try {
      return JSON.readTree(weChat.post(base + path, body));
    } catch (WxErrorException e) {
      throw new RefusedCall(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static final class RefusedCall extends RuntimeException {
    private final int errcode;

    private RefusedCall(WxErrorException cause) {
      super(cause);
      errcode = cause.getError().getErrorCode();
    }

    int errcode() {
      return errcode;
    }
  }
}
