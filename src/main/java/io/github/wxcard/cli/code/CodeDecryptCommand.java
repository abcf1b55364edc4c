package io.github.wxcard.cli.code;

import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import java.util.regex.Pattern;
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
  private static final Pattern ESCAPE = Pattern.compile("%(2B|2F|3D)", Pattern.CASE_INSENSITIVE);

  @Parameters(paramLabel = "ENCRYPT_CODE", description = "The encrypted code.")
  String encryptCode;

  @Override
  public Document call(WeChat weChat) {
    ArgumentChecks.notBlank("ENCRYPT_CODE", encryptCode);
    String repaired = asBeforeTheLink(encryptCode);
    if (!repaired.equals(encryptCode)) {
      context.console().warn("sent as it was before it stood in a link: " + repaired);
    }
    String code = weChat.codes().decrypt(repaired);
    return Document.of(Json.object().put("code", code), code);
  }

  /** Base64 has neither blanks nor percent signs, so whatever looks like an escape is one. */
  private static String asBeforeTheLink(String value) {
    return ESCAPE
        .matcher(value.strip().replace(' ', '+'))
        .replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)));
  }
}
