package io.github.wxcard.cli.event;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.event.EventKind;
import java.util.List;
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
}
