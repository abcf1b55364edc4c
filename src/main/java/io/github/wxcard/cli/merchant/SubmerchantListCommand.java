package io.github.wxcard.cli.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.cli.base.Rows;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists merchants, a page or all of them. */
@Command(
    name = "list",
    description = "List merchants by id: the first 100 of them, or --all.",
    footer = {
      "",
      "A page goes on where the next_begin_id of the one before it (in --json) says.",
      "",
      "Examples:",
      "  wxcard submerchant list --status approved",
      "  wxcard submerchant list --all --json"
    })
final class SubmerchantListCommand extends ApiCommand {
  private static final int MOST = 100;
  private static final List<String> COLUMNS =
      List.of("merchant_id", "status", "brand_name", "end_time", "app_id");

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Those that are checking, approved, rejected or expired.")
  @BodyField("status")
  Status status;

  @Option(names = "--begin", paramLabel = "ID", description = "Where to begin; 0 when omitted.")
  @BodyField(value = "begin_id", least = 0)
  long begin;

  @Option(names = "--limit", paramLabel = "N", description = "How many a page has, 1 to 100.")
  @BodyField(value = "limit", least = 1)
  int limit = MOST;

  @Option(names = "--all", description = "Go on to the last page.")
  boolean all;

  enum Status {
    CHECKING,
    APPROVED,
    REJECTED,
    EXPIRED
  }

  @Override
  public Rows call(WeChat weChat) {
    ObjectNode body = RequestBody.of(this);
    if (limit > MOST) {
      throw Failure.of(
          FailureKind.INPUT,
          "--limit is " + limit,
          "WeChat takes 100 at the most; --all asks for more.");
    }
    ArrayNode found = Json.array();
    long last = begin;
    long next = begin;
    do {
      last = next;
      JsonNode page =
          weChat.post(
              "/card/submerchant/batchget", body.put("begin_id", last), Idempotency.IDEMPOTENT);
      found.addAll((ArrayNode) page.withArray("info_list"));
      next = page.path("next_begin_id").asLong(last);
    } while (all && next > last);
    ObjectNode document = Json.object();
    document.set("info_list", found);
    return new Rows(document.put("next_begin_id", next), COLUMNS, found);
  }
}
