package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.Deadline;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.Printer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what happened to cards, and whether the merchant's server has been told. */
@Command(
    name = "events",
    description = "Show the sandbox's newest events, or send one again.",
    footer = {
      "",
      "A line is: id, time, name, code, state, attempts, and how the last attempt ended.",
      "States: recorded (there was no callback address), pending, delivered, failed.",
      "With --follow an event is printed again whenever its delivery has moved on, until it is",
      "told to end, or with exit 6 after --timeout.",
      "",
      "See `wxcard sandbox callback` for where events are sent.",
      "",
      "Examples:",
      "  wxcard sandbox events --follow",
      "  wxcard sandbox events --resend 3"
    })
final class SandboxEventsCommand extends SandboxApiCommand {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final String HEADING = "id time event code state attempts result";
  private static final String FOLLOWING = "following events";

  @Option(
      names = "--resend",
      paramLabel = "ID",
      description = "Deliver this event anew, whatever became of it.")
  Long resent;

  @Option(
      names = "--follow",
      description = "Go on printing events as they happen; under --json one object a line.")
  boolean follow;

  @Override
  public boolean waits() {
    return follow;
  }

  @Override
  public boolean endsAtTimeout() {
    return true;
  }

  @Override
  CommandResult call(SandboxApi sandbox) {
    JsonNode events = resent == null ? newest(sandbox) : resend(sandbox);
    if (!follow) {
      return new SandboxListing("events", HEADING, events, SandboxEventsCommand::line);
    }
    Deadline deadline = context.deadline();
    Printer printer = context.printer();
    EventFeed feed =
        new EventFeed(
            after -> deadline.look(() -> after(sandbox, after), FOLLOWING),
            event -> printer.row(new Document(event, List.of(line(event)))));
    feed.begin(newest(sandbox));
    while (!context.options().dryRun) {
      deadline.pause(BETWEEN_LOOKS, FOLLOWING);
      feed.goOn();
    }
    printer.end();
    return CommandResult.printed();
  }

  private JsonNode resend(SandboxApi sandbox) {
    JsonNode answer = sandbox.post("/sandbox/events/resend", Json.object().put("id", resent));
    return Json.array().add(Document.bare(answer));
  }

  private static JsonNode newest(SandboxApi sandbox) {
    return sandbox.get("/sandbox/events").path("events");
  }

  private static JsonNode after(SandboxApi sandbox, long id) {
    return sandbox.get("/sandbox/events", Map.of("after", Long.toString(id))).path("events");
  }

  private static String line(JsonNode event) {
    return String.format(
            Locale.ROOT,
            "%d %s %s %s %s %d %s",
            event.path("id").asLong(),
            event.path("time").asText(),
            event.path("name").asText(),
            subject(event),
            event.path("state").asText(),
            event.path("attempts").asInt(),
            event.path("result").asText())
        .strip();
  }

  /** The code or the sub-merchant that it is about; a dash for anything else. */
  private static String subject(JsonNode event) {
    String code = event.path("code").asText();
    return code.isEmpty() ? event.at("/fields/MerchantId").asText("-") : code;
  }

  /** Passes on events as they appear, and again when their delivery has moved on. */
  private static final class EventFeed {
    /** How far back deliveries are watched: a backlog that nobody delivers must not hold us up. */
    private static final long WATCHED = 100;

    private final LongFunction<JsonNode> after;
    private final Consumer<JsonNode> reader;

    /** Events under delivery as they were passed on last. */
    private final TreeMap<Long, JsonNode> unsettled = new TreeMap<>();

    private long last;

    /**
     * @param after gives the events after an id, a page of them, and none when there are no more
     * @param reader takes the events
     */
    EventFeed(LongFunction<JsonNode> after, Consumer<JsonNode> reader) {
      this.after = after;
      this.reader = reader;
    }

    /** Passes on what there is already. */
    void begin(JsonNode events) {
      events.forEach(this::take);
    }

    /** Passes on what is new since. */
    void goOn() {
      unsettled.headMap(last - WATCHED, true).clear();
      long from = unsettled.isEmpty() ? last : unsettled.firstKey() - 1;
      JsonNode page = after.apply(from);
      while (!page.isEmpty()) {
        page.forEach(this::take);
        page = after.apply(id(page.get(page.size() - 1)));
      }
    }

    private void take(JsonNode event) {
      boolean known = id(event) <= last;
      if (!known || (unsettled.containsKey(id(event)) && moved(event))) {
        reader.accept(event);
        unsettled.put(id(event), event);
      }
      if (!event.path("state").asText().equals("pending")) {
        unsettled.remove(id(event));
      }
      last = Math.max(last, id(event));
    }

    private boolean moved(JsonNode event) {
      return !event.equals(unsettled.get(id(event)));
    }

    private static long id(JsonNode event) {
      return event.path("id").asLong();
    }
  }
}
