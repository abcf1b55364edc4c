package io.github.wxcard.cli.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.Rows;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets WeChat look up and ping the address that it pushes events to. */
@Command(
    name = "callback-check",
    description = "Let WeChat look up and ping the server that it pushes events to.",
    footer = {
      "",
      "The address is the one set in the console (40201 when there is none). The lines tell what",
      "was tried, the ip, through which operator's network, how much was lost and how long it"
          + " took.",
      "",
      "Example:",
      "  wxcard callback-check --action dns"
    })
public final class CallbackCheckCommand extends ApiCommand {
  private static final List<String> COLUMNS =
      List.of("check", "ip", "operator", "package_loss", "time");

  @Option(
      names = "--action",
      paramLabel = "dns|ping|all",
      description = "What to try; all when omitted.")
  Action action = Action.ALL;

  @Option(
      names = "--operator",
      paramLabel = "OPERATOR",
      description = {
        "Through whose network: chinanet, unicom, cap (Tencent's own) or",
        "default, which picks one by the address."
      })
  Operator operator = Operator.DEFAULT;

  enum Action {
    DNS,
    PING,
    ALL
  }

  enum Operator {
    CHINANET,
    UNICOM,
    CAP,
    DEFAULT
  }

  @Override
  public Rows call(WeChat weChat) {
    ObjectNode body = Json.object().put("action", action.name().toLowerCase(Locale.ROOT));
    body.put("check_operator", operator.name());
    JsonNode answer = weChat.post("/cgi-bin/callback/check", body, Idempotency.IDEMPOTENT);
    List<JsonNode> rows = new ArrayList<>();
    answer.path("dns").forEach(found -> rows.add(row("dns", found, "real_operator")));
    answer.path("ping").forEach(found -> rows.add(row("ping", found, "from_operator")));
    return new Rows(answer, COLUMNS, rows);
  }

  private static JsonNode row(String check, JsonNode found, String operator) {
    ObjectNode row = Json.object().put("check", check);
    row.put("operator", found.path(operator).asText());
    return row.setAll((ObjectNode) found);
  }
}
