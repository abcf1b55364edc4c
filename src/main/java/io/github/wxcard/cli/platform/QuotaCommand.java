package io.github.wxcard.cli.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import java.util.List;
import picocli.CommandLine.Command;

/** How often the account may call. */
@Command(name = "quota", description = "The daily counters of the account's calls.")
public final class QuotaCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(QuotaClearCommand.class);
  }

  @Command(
      name = "clear",
      description = "Start all daily counters of the account anew; prints its AppID.",
      footer = {
        "",
        "It works TEN TIMES A MONTH for an account, and is the way out of errcode 45009. It is sent",
        "once, because a second try would use up another of the ten. WeChat has it for verified",
        "accounts only.",
        "",
        "A test account may ask for 200 tokens a day and send 50,000 customer messages; for the card",
        "calls no number is known. `wxcard api POST /cgi-bin/openapi/quota/get --field",
        "cgi_path=/card/create` asks WeChat for one.",
        "",
        "Example:",
        "  wxcard quota clear"
      })
  static final class QuotaClearCommand extends ApiCommand {
    @Override
    public Document call(WeChat weChat) {
      ObjectNode body = Json.object().put("appid", context.target().appId());
      weChat.postOnce(
          "/cgi-bin/clear_quota",
          body,
          "The counters may have been cleared. Try the call that was refused before using up another"
              + " of the month's ten.");
      if (!context.options().dryRun) {
        context.note("One of the month's ten resets has been used.");
      }
      return Document.line(body, "appid");
    }
  }
}
