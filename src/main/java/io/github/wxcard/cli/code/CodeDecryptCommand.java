package io.github.wxcard.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Decrypts the code of a link or of a page. */
@Command(
    name = "decrypt",
    description = "Decrypt an encrypt_code, as links and wx.chooseCard give it; prints the code.",
    footer = {
      "",
      "Give it between quotes, as it stands in the link: %%2B, %%2F and %%3D are decoded, and a",
      "blank is taken for the + that it was.",
      "",
      "Example:",
      "  wxcard code decrypt 'XXIzTtMqCxwOaawoE91+VJdsFmv7b8g0'"
    })
final class CodeDecryptCommand extends ApiCommand {
  @Parameters(paramLabel = "ENCRYPT_CODE", description = "The encrypted code.")
  String encryptCode;

  record Decrypted(String code) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().put("code", code);
    }

    @Override
    public void text(Page page) {
      page.line(code);
    }
  }

  @Override
  public Decrypted call(WeChat weChat) {
    ArgumentChecks.notBlank("ENCRYPT_CODE", encryptCode);
    String repaired = LinkParameter.base64(encryptCode);
    if (!repaired.equals(encryptCode)) {
      context.console().warn("sent as it was before it stood in a link: " + repaired);
    }
    return new Decrypted(weChat.codes().decrypt(repaired));
  }
}
