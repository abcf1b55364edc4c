package io.github.wxcard.cli.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.config.RememberedTesters;
import io.github.wxcard.config.RememberedTesters.Names;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Names the testers who can claim unapproved cards: walkthrough step 6. */
@Command(
    name = "whitelist",
    description = "Set the testers who can claim cards that are not approved, at most 10.",
    footer = {
      "",
      "WeChat REPLACES its whole list at each call. The list set last is remembered in the",
      "profile; --add sends it together with the new names.",
      "",
      "Examples:",
      "  wxcard whitelist --username usr1 --username usr2",
      "  wxcard whitelist --add --openid oFS7Fjl0WsZ9AMZqrI80nbIq8xrA"
    })
public final class WhitelistCommand extends ApiCommand {
  private static final int MOST_TESTERS = 10;

  @Option(names = "--username", paramLabel = "U", description = "A WeChat id; repeat for more.")
  List<String> usernames = List.of();

  @Option(names = "--openid", paramLabel = "O", description = "An openid; repeat for more.")
  List<String> openids = List.of();

  @Option(names = "--add", description = "Keep the testers set last.")
  boolean add;

  @Option(names = "--clear", description = "Set the empty list.")
  boolean clear;

  record Testers(List<String> usernames, List<String> openids) implements Result {
    @Override
    public JsonNode json() {
      var json = Json.object();
      json.set("username", array(usernames));
      json.set("openid", array(openids));
      return json;
    }

    @Override
    public void text(Page page) {
      usernames.forEach(page::line);
      openids.forEach(page::line);
    }

    private static ArrayNode array(List<String> values) {
      ArrayNode array = Json.array();
      values.forEach(array::add);
      return array;
    }
  }

  @Override
  public Testers call(WeChat weChat) {
    if (clear != (usernames.isEmpty() && openids.isEmpty()) || (clear && add)) {
      throw Failure.of(
          FailureKind.USAGE,
          "name testers with --username or --openid, or clear the list with --clear",
          "See `wxcard whitelist --help`.");
    }
    ArgumentChecks.noneBlank("--username", usernames);
    ArgumentChecks.noneBlank("--openid", openids);
    RememberedTesters remembered = context.settings().testers(context.target());
    if (context.options().dryRun) {
      Names names = withNew(add ? remembered.get() : new Names(List.of(), List.of()));
      set(weChat, names);
      return new Testers(names.usernames(), names.openids());
    }
    Names names = remembered.change(add, this::withNew, wanted -> set(weChat, wanted));
    context.note("This list has replaced the one the account had.");
    return new Testers(names.usernames(), names.openids());
  }

  /** Replaces the whole list; two empty lists clear it. */
  private static void set(WeChat weChat, Names names) {
    ObjectNode body = Json.object();
    names.openids().forEach(body.putArray("openid")::add);
    names.usernames().forEach(body.putArray("username")::add);
    weChat.post("/card/testwhitelist/set", body, Idempotency.IDEMPOTENT);
  }

  private Names withNew(Names before) {
    Names names =
        new Names(joined(before.usernames(), usernames), joined(before.openids(), openids));
    int count = names.usernames().size() + names.openids().size();
    if (count > MOST_TESTERS) {
      throw Failure.of(
          FailureKind.INPUT,
          count + " testers, and WeChat takes " + MOST_TESTERS + " at the most",
          "Name fewer, user names and openids together.");
    }
    return names;
  }

  private static List<String> joined(List<String> before, List<String> more) {
    return Stream.concat(before.stream(), more.stream()).distinct().toList();
  }
}
