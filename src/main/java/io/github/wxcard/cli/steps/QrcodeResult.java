package io.github.wxcard.cli.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.QrCodes.QrCode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.QrStyle;
import io.github.wxcard.output.Result;

/** What {@code qrcode} shows: a code made just now, or one that exists. */
final class QrcodeResult {
  private QrcodeResult() {}

  record Created(String ticket, String url, String showQrcodeUrl, Long expireSeconds, QrStyle style)
      implements Result {
    static Created of(QrCode made, QrStyle style) {
      Long expires = made.expireSeconds().isPresent() ? made.expireSeconds().getAsLong() : null;
      return new Created(made.ticket(), made.url(), made.showQrcodeUrl(), expires, style);
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
