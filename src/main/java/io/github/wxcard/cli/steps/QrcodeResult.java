package io.github.wxcard.cli.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.QrStyle;
import io.github.wxcard.output.Result;

/** What {@code qrcode} shows: a code made just now, or one that exists. */
final class QrcodeResult {
  private QrcodeResult() {}

  /**
   * @param url what the code encodes
   * @param showQrcodeUrl where WeChat shows it as an image
   * @param expireSeconds null where the answer does not tell
   */
  record Created(String ticket, String url, String showQrcodeUrl, Long expireSeconds, QrStyle style)
      implements Result {
    static Created of(JsonNode answer, QrStyle style) {
      return new Created(
          WeChat.text(answer, "ticket"),
          WeChat.text(answer, "url"),
          WeChat.text(answer, "show_qrcode_url"),
          answer.has("expire_seconds") ? answer.path("expire_seconds").asLong() : null,
          style);
    }

    @Override
    public JsonNode json() {
      ObjectNode json = Json.object();
      json.put("ticket", ticket).put("url", url).put("show_qrcode_url", showQrcodeUrl);
      return json.put("expire_seconds", expireSeconds);
    }

    @Override
    public void text(Page page) {
      page.qr(url, style);
      page.line("url " + url);
      page.line("show_qrcode_url " + showQrcodeUrl);
    }
  }

  record Existing(String url, QrStyle style) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().put("url", url);
    }

    @Override
    public void text(Page page) {
      page.qr(url, style);
      page.line("url " + url);
    }
  }
}
