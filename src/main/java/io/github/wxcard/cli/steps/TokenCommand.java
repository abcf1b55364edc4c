package io.github.wxcard.cli.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.client.Tokens;
import io.github.wxcard.client.Tokens.Token;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints an access token: walkthrough step 1. */
@Command(
    name = "token",
    description = "Print an access token, the stored one while it is good.",
    footer = {
      "",
      "By default this is the stable token, which ends nobody else's. It is kept in the config",
      "file and shared by every wxcard on this machine; a profile's tokenStore shares it among",
      "machines (wxcard help config).",
      "",
      "Examples:",
      "  wxcard token --sandbox",
      "  wxcard token --sandbox --jq .expires_at"
    })
public final class TokenCommand extends ApiCommand {
  @ArgGroup TokenSourceOptions source;

  /** How to come by the token; at most one. */
  static final class TokenSourceOptions {
    @Option(names = "--refresh", description = "Ask again; harms nobody.")
    boolean refresh;

    @Option(
        names = "--force-refresh",
        description = "Make a new stable token and end the one others hold (at most 20 a day).")
    boolean forceRefresh;

    @Option(
        names = "--classic",
        description = "Use /cgi-bin/token as the walkthrough does; ends the classic token before.")
    boolean classic;
  }

  record Printed(Token token, long expiresIn) implements Result {
    @Override
    public JsonNode json() {
      return Json.object()
          .put("access_token", token.value())
          .put("kind", token.kind())
          .put("expires_in", expiresIn)
          .put("expires_at", token.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString())
          .put("cached", token.cached());
    }

    @Override
    public void text(Page page) {
      page.data(token.value());
    }
  }

  @Override
  public Printed call(WeChat weChat) {
    Token token = obtain(weChat.tokens());
    Instant now = context.environment().clock().instant();
    return new Printed(token, Duration.between(now, token.expiresAt()).toSeconds());
  }

  private Token obtain(Tokens tokens) {
    if (source == null) {
      return tokens.current();
    }
    if (source.refresh) {
      return tokens.refresh();
    }
    if (!context.options().dryRun) {
      context.console().say(warning());
    }
    return source.classic ? tokens.classic() : tokens.forceRefresh();
  }

  private String warning() {
    return source.classic
        ? "This ends the classic token that others may hold, within about 5 minutes."
        : "This ends the stable token that others may hold, at once.";
  }
}
