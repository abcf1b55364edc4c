package io.github.wxcard.cli.event;

import io.github.wxcard.cli.base.Deadline;
import io.github.wxcard.cli.base.DurationConverter;
import io.github.wxcard.cli.base.ServerShutdown;
import io.github.wxcard.cli.event.CallbackOptions.KeyUse;
import io.github.wxcard.client.CallbackClient;
import io.github.wxcard.client.PushDelivery;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.PushVerifier;
import io.github.wxcard.event.ReplayGuard;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.Printer;
import io.github.wxcard.server.Request;
import io.github.wxcard.text.QueryString;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Receives what WeChat, or a sandbox, pushes. */
@Command(
    name = "listen",
    description = "Receive pushed events and print each, until told to stop (Ctrl-C or SIGTERM).",
    footer = {
      "",
      "Signatures are checked, encrypted messages decrypted, and WeChat is answered `success`.",
      "The same signed push within 30 s of its first arrival is WeChat's own repeat: it gets the",
      "first one's answer, is not printed again, except with -v, and is passed on again only if",
      "that failed before. Later it is a replay, and refused; so are a wrong signature, one that",
      "came before with other values or another message, a wrong AppID, a DOCTYPE, a plain push",
      "where there is an EncodingAESKey (--allow-plain), and a timestamp that is too old",
      "(--max-age), more than a minute ahead or not ten digits. stderr says why.",
      "",
      "With --forward-to the request is passed on as it came, and its answer passed back within",
      "five seconds; the check of the address, a GET with echostr, is answered here.",
      "",
      "--timeout ends the listening with exit 6; after --count messages the exit is 0.",
      "",
      "Under --json a line is {\"event\",\"mode\",\"repeated\",\"message\":{…},\"forward\":{…}}.",
      "",
      "Examples:",
      "  wxcard event listen --secrets-stdin",
      "  wxcard event listen --forward-to http://127.0.0.1:8080/wechat --secrets-stdin --json"
    })
final class EventListenCommand extends MerchantServerCommand {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port; 0 takes a free one. Default: 8901.")
  int port = 8901;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "The address to listen on. Default: 127.0.0.1.")
  String host = "127.0.0.1";

  @Option(names = "--path", paramLabel = "PATH", description = "The only path served. Default: /.")
  String path = "/";

  @Option(
      names = "--forward-to",
      paramLabel = "URL",
      description = "Pass every accepted push on to this server, and its answer back.")
  String forwardTo;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "End after so many messages. Default: no end.")
  long count;

  @Option(
      names = "--max-age",
      paramLabel = "DURATION",
      converter = AgeConverter.class,
      description = {
        "Refuse pushes whose timestamp is older than this; 0 for no limit.",
        "WeChat documents none, so this is our choice. Default: 5m."
      })
  Duration maxAge = Duration.ofMinutes(5);

  @Option(
      names = "--allow-plain",
      description = {
        "Take unencrypted pushes although an EncodingAESKey is given. Nothing",
        "vouches for their text: whoever saw one could change it."
      })
  boolean allowPlain;

  @Mixin final CallbackOptions callback = new CallbackOptions();

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public boolean endsAtTimeout() {
    return true;
  }

  @Override
  public CommandResult run() {
    check();
    URI behind = forwardTo == null ? null : url(forwardTo);
    CallbackKeys keys = callback.keys(context, KeyUse.IF_KNOWN);
    Redactor redactor = Redactor.of(context, keys);
    Printer printer = context.printer();
    Consumer<String> notes = note -> context.console().say(redactor.text(note));
    EventPrinter events =
        new EventPrinter(count, context.options().verbose, redactor, printer::row, notes);
    try (CallbackServer server = CallbackServer.bind(host, port);
        CallbackClient client = behind == null ? null : server(behind)) {
      CallbackHandler handler =
          new CallbackHandler(
              decodedPath(),
              new PushVerifier(keys, allowPlain),
              new ReplayGuard(context.environment().clock()),
              new ResponseCache(),
              Optional.ofNullable(client).map(open -> request -> forwarded(open, behind, request)),
              new CallbackHandler.MaxAge(context.environment().clock(), maxAge),
              events,
              context.language(),
              notes);
      serve(server, handler, events);
    }
    printer.end();
    return CommandResult.printed();
  }

  /** Passes a push on as it came. */
  private static PushDelivery forwarded(CallbackClient behind, URI address, Request request) {
    URI url = SignedPush.joined(address, request.queryText());
    String type = request.contentType() == null ? "text/xml" : request.contentType();
    return behind.post(url, type, request.content());
  }

  private void check() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw Failure.of(
          FailureKind.USAGE, "--port is " + port, "Use 0 to 65535; 0 takes a free port.");
    }
    if (!path.startsWith("/")) {
      throw Failure.of(FailureKind.USAGE, "--path is '" + path + "'", "A path begins with /.");
    }
    if (count < 0) {
      throw Failure.of(
          FailureKind.USAGE, "--count is " + count, "Use 1 or more; leave it out for no end.");
    }
  }

  private String decodedPath() {
    try {
      return QueryString.percentDecoded(path);
    } catch (IllegalArgumentException e) {
      throw Failure.of(FailureKind.USAGE, "--path is '" + path + "'", "A % begins two hex digits.")
          .causedBy(e);
    }
  }

  private void serve(CallbackServer server, CallbackHandler handler, EventPrinter events) {
    Deadline deadline = context.deadline();
    ServerShutdown shutdown = new ServerShutdown(server::close, events::end);
    try {
      server.answer(handler);
      context
          .console()
          .say(
              "Listening at "
                  + server.base()
                  + path
                  + " - the URL for the console or `wxcard sandbox callback set`; WeChat itself"
                  + " needs a public one that leads here.");
      events.await(deadline);
    } finally {
      shutdown.remove();
    }
  }

  /** Reads a DURATION, or 0, which needs no unit. */
  static final class AgeConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return text.equals("0") ? Duration.ZERO : new DurationConverter().convert(text);
    }
  }
}
