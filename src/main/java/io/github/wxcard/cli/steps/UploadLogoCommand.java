package io.github.wxcard.cli.steps;

import io.github.wxcard.card.LogoFile;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
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

  @Override
  public Document run() {
    LogoFile logo = LogoFile.read(context.environment().resolve(file), file, context.timeLimit());
    String url = upload(context.weChat(), logo);
    return Document.of(Json.object().put("url", url), url);
  }

  /** The picture's URL, which works inside WeChat only. */
  static String upload(WeChat weChat, LogoFile logo) {
    String path = "/cgi-bin/media/uploadimg";
    return WeChat.text(weChat.upload(path, Map.of(), "buffer", logo.name(), logo.bytes()), "url");
  }
}
