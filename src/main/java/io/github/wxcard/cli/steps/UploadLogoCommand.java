package io.github.wxcard.cli.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.LogoFile;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Uploads an image for use in cards: walkthrough step 2. */
@Command(
    name = "upload-logo",
    description = "Upload a PNG or JPEG of at most 1 MB; prints the URL that cards can use.",
    footer = {
      "",
      "Example, with a picture to try it:",
      "  wxcard qrcode --from-url http://weixin.qq.com/q/a --png logo.png",
      "  wxcard upload-logo logo.png --sandbox"
    })
public final class UploadLogoCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "The image; 300×300 pixels look best for a logo.")
  String file;

  record Uploaded(String url) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().put("url", url);
    }

    @Override
    public void text(Page page) {
      page.line(url);
    }
  }

  @Override
  public Uploaded run() {
    LogoFile logo = LogoFile.read(context.environment().resolve(file), file, context.timeLimit());
    return new Uploaded(upload(context.weChat(), logo));
  }

  /** The picture's URL, which works inside WeChat only. */
  static String upload(WeChat weChat, LogoFile logo) {
    String path = "/cgi-bin/media/uploadimg";
    return WeChat.text(weChat.upload(path, Map.of(), "buffer", logo.name(), logo.bytes()), "url");
  }
}
