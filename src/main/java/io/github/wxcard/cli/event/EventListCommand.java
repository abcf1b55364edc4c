package io.github.wxcard.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.event.EventField;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says which events there are. */
@Command(
    name = "list",
    description = "List the events: when each is pushed, and what it says.",
    footer = {
      "",
      "Every event has ToUserName, FromUserName, CreateTime, MsgType and Event, too.",
      "A sandbox sends those of cards, codes, members and reviews; the gift-card shop, invoices"
          + " and",
      "payments are not played there. `wxcard event trigger` sends any.",
      "",
      "Examples:",
      "  wxcard event list",
      "  wxcard event list user_get_card"
    })
final class EventListCommand extends Subcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = EventNames.class,
      description = "Only this event, with what each of its fields means.")
  String name;

  @Override
  public EventListing run() {
    return name == null
        ? new EventListing(List.of(EventKind.values()), false)
        : new EventListing(List.of(EventNames.find(name)), true);
  }

  /**
   * Events and their fields: {@code {"events":[{event,when,fields:[{name,meaning,rare}]}]}}.
   *
   * @param explained whether the text says what each field means
   */
  record EventListing(List<EventKind> kinds, boolean explained) implements Result {
    @Override
    public JsonNode json() {
      ObjectNode document = Json.object();
      ArrayNode events = document.putArray("events");
      for (EventKind kind : kinds) {
        ObjectNode event = events.addObject();
        event.put("event", kind.wireName()).put("when", kind.when());
        ArrayNode fields = event.putArray("fields");
        for (EventField field : kind.details()) {
          fields
              .addObject()
              .put("name", field.name())
              .put("meaning", field.meaning())
              .put("rare", field.rare());
        }
      }
      return document;
    }

    @Override
    public void text(Page page) {
      for (EventKind kind : kinds) {
        page.line(kind.wireName() + ": " + kind.when());
        if (explained) {
          kind.details().forEach(field -> page.line(line(field)));
        } else {
          page.line("  " + String.join(", ", kind.fields()) + rare(kind));
        }
      }
    }

    private static String line(EventField field) {
      String meaning = field.rare() ? "seldom there: " + field.meaning() : field.meaning();
      return "  %-20s %s".formatted(field.name(), meaning);
    }

    private static String rare(EventKind kind) {
      String names =
          kind.details().stream()
              .filter(EventField::rare)
              .map(EventField::name)
              .collect(Collectors.joining(", "));
      return names.isEmpty() ? "" : "; seldom " + names;
    }
  }
}
