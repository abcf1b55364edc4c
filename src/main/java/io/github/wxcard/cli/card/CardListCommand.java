package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Printer;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the account's cards. */
@Command(
    name = "list",
    description = "List cards: a table on a terminal, one card_id a line in a pipe.",
    footer = {
      "",
      "The table, and --details, read every card by a call of its own. In a pipe --details prints",
      "the table's columns (card_id, card_type, title, status, stock) with tabs between them.",
      "",
      "--json prints {\"card_id_list\",\"total_num\"}; total_num is what the account has,",
      "whatever --status chooses. With --details it prints {\"cards\"}: WeChat's description of",
      "each, and the table's columns beside it. With --json --lines every card is a line of its",
      "own, printed as the pages come.",
      "",
      "Examples:",
      "  wxcard card list",
      "  wxcard card list --all --status VERIFY_OK --status DISPATCH",
      "  wxcard card list --all --details --json --lines"
    })
final class CardListCommand extends ApiCommand {
  private static final int USUAL_LIMIT = 20;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      completionCandidates = StatusName.Candidates.class,
      description = {
        "Only cards in this status: NOT_VERIFY, VERIFY_FAIL, VERIFY_OK, DELETE or",
        "DISPATCH; repeat for more."
      })
  List<String> statuses = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "List so many at the most. Default: " + USUAL_LIMIT + ".")
  Integer limit;

  @Option(
      names = "--offset",
      paramLabel = "N",
      description = "Pass over so many first. Default: 0.")
  int offset;

  @Option(names = "--all", description = "List every card, however many calls it takes.")
  boolean all;

  @Option(names = "--details", description = "Read each card: type, title, status and stock.")
  boolean details;

  @Option(names = "--lines", description = "With --json: one JSON object a line.")
  boolean lines;

  @Override
  public boolean waits() {
    return all || (limit != null && limit > CardIdPager.LARGEST);
  }

  @Override
  public CommandResult call(WeChat weChat) {
    check();
    List<String> chosen = statuses.stream().map(StatusName::of).toList();
    CardIdPager pages = new CardIdPager(weChat, chosen);
    int most = all ? Integer.MAX_VALUE : limit == null ? USUAL_LIMIT : limit;
    if (lines) {
      Printer printer = context.printer();
      pages.read(offset, most, ids -> ids.forEach(id -> printer.row(line(weChat, id))));
      printer.end();
      return CommandResult.printed();
    }
    List<String> ids = new ArrayList<>();
    pages.read(offset, most, ids::addAll);
    boolean table = context.console().terminal().outTerminal() && !context.options().wantsJson();
    if (table) {
      sayWhatIsLeft(ids.size(), pages.total());
    }
    return details || table
        ? new Summaries(ids.stream().map(weChat::card).toList())
        : new Document(idList(ids, pages.total()), ids);
  }

  private void check() {
    if (lines && !context.options().wantsJson()) {
      throw Failure.of(FailureKind.USAGE, "--lines is a form of --json", "Add --json.");
    }
    if (all && limit != null) {
      throw Failure.of(
          FailureKind.USAGE, "--all and --limit exclude each other", "Use only one of them.");
    }
    if (limit != null && limit < 1) {
      throw Failure.of(FailureKind.USAGE, "--limit is " + limit, "Use 1 or more.");
    }
    if (offset < 0) {
      throw Failure.of(FailureKind.USAGE, "--offset is " + offset, "Use 0 or more.");
    }
  }

  /** {@code {"card_id"}}, or the card as in {@link Summaries}. */
  private Document line(WeChat weChat, String id) {
    return new Document(
        details ? new CardFacts(weChat.card(id)).json() : Json.object().put("card_id", id),
        List.of());
  }

  private static JsonNode idList(List<String> ids, int total) {
    ObjectNode json = Json.object();
    ids.forEach(json.putArray("card_id_list")::add);
    return total < 0 ? json : json.put("total_num", total);
  }

  /** {@code {"cards"}}, each WeChat's card object and the table's columns. */
  private record Summaries(List<JsonNode> cards) implements Result {
    @Override
    public JsonNode json() {
      ObjectNode json = Json.object();
      cards.stream().map(card -> new CardFacts(card).json()).forEach(json.putArray("cards")::add);
      return json;
    }

    @Override
    public void text(Page page) {
      page.table(
          new Table(
              CardFacts.COLUMNS, cards.stream().map(card -> new CardFacts(card).row()).toList()));
    }
  }

  private void sayWhatIsLeft(int shown, int total) {
    int next = offset + shown;
    if (total == 0 && statuses.isEmpty()) {
      context.console().say("The account has no cards; `wxcard create` makes one.");
    } else if (shown == 0) {
      context.console().say("No such cards; the account has " + total + ".");
    } else if (next < total && statuses.isEmpty()) {
      context
          .console()
          .say(
              String.format(
                  Locale.ROOT,
                  "%d of %d cards; --offset %d or --all shows more.",
                  shown,
                  total,
                  next));
    }
  }

  /** The names of card statuses, which may be typed without what they all begin with. */
  static final class StatusName {
    private static final String PREFIX = "CARD_STATUS_";
    private static final List<String> NAMES =
        List.of("NOT_VERIFY", "VERIFY_FAIL", "VERIFY_OK", "DELETE", "DISPATCH");

    /** Names of older documents, one of them a misprint. */
    private static final List<String> OLD_NAMES =
        List.of("VERIFY_FALL", "USER_DELETE", "USER_DISPATCH");

    private StatusName() {}

    /** The whole name; one that WeChat does not have is a USAGE failure. */
    static String of(String word) {
      String name = word.toUpperCase(Locale.ROOT).replaceFirst("^" + PREFIX, "");
      if (!NAMES.contains(name) && !OLD_NAMES.contains(name)) {
        throw Failure.of(
            FailureKind.USAGE,
            "--status has no '" + word + "'",
            "Use one of: " + String.join(", ", NAMES) + ".");
      }
      return PREFIX + name;
    }

    /** What completion offers. */
    static final class Candidates extends ArrayList<String> {
      private static final long serialVersionUID = 1L;

      Candidates() {
        super(NAMES);
      }
    }
  }
}
