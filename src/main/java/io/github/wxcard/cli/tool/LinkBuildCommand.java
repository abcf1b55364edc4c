package io.github.wxcard.cli.tool;

import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.KeyValueOptions;
import io.github.wxcard.cli.base.PastedLink;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.EncryptedCode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds the link that WeChat would open, to try a page with. */
@Command(
    name = "build",
    description = "Print a page's address as WeChat opens it from a card, to try the page with.",
    footer = {
      "",
      "Only WeChat can turn a code into its encrypt_code. In the sandbox --code does it, and",
      "/card/code/decrypt of the sandbox takes it back.",
      "",
      "Examples:",
      "  wxcard link build https://shop.example/use --encrypt-code XXIz+MqC/w== --openid o1",
      "  wxcard link build http://a.cn/#x --code 759733467744 --card-id"
          + " pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
    })
final class LinkBuildCommand extends Subcommand {
  @Parameters(paramLabel = "URL", description = "The page: the card's custom_url, for example.")
  String url;

  @Option(
      names = "--encrypt-code",
      paramLabel = "TEXT",
      description = "An encrypt_code as WeChat made it, not percent-encoded.")
  String encryptCode;

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "A code to encrypt; in the sandbox only, and with --card-id.")
  String code;

  @Option(names = "--card-id", paramLabel = "ID", description = "The card the link is opened from.")
  String cardId;

  @Option(names = "--openid", paramLabel = "OPENID", description = "The person who opens it.")
  String openid;

  @Option(
      names = "--outer-str",
      paramLabel = "TEXT",
      description = "The channel of the QR code that was scanned last.")
  String outerStr;

  @Override
  public Document run() {
    ArgumentChecks.notBlank("URL", url);
    String page = PastedLink.repaired(context, url);
    if (!page.startsWith("http://") && !page.startsWith("https://")) {
      throw Failure.of(
          FailureKind.INPUT,
          "'" + url + "' is no web address",
          "Write it out, with http:// or https://.");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    put(parameters, "encrypt_code", code == null ? encryptCode : encrypted());
    put(parameters, "card_id", cardId);
    put(parameters, "openid", openid);
    put(parameters, "outer_str", outerStr);
    if (parameters.isEmpty()) {
      throw Failure.of(
          FailureKind.USAGE,
          "nothing was given to add to the link",
          "See `wxcard link build --help`.");
    }
    CardLink link = CardLink.of(page);
    parameters.keySet().stream()
        .filter(link::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw KeyValueOptions.repeated("the parameter " + name + " of the link");
            });
    String built = link.with(parameters).toString();
    return Document.of(Json.object().put("url", built), built);
  }

  private String encrypted() {
    if (encryptCode != null) {
      throw Failure.of(
          FailureKind.USAGE, "--code and --encrypt-code are one thing", "Give one of them.");
    }
    if (cardId == null) {
      throw Failure.of(FailureKind.USAGE, "--code needs its card", "Add --card-id.");
    }
    ArgumentChecks.notBlank("--code", code);
    if (!context.settings().target().isSandbox()) {
      throw Failure.of(
          FailureKind.USAGE,
          "only WeChat can encrypt a code of a real account",
          "Take the encrypt_code of a link that WeChat opened, or add --sandbox.");
    }
    return EncryptedCode.of(cardId, code);
  }

  private static void put(Map<String, String> parameters, String name, String value) {
    if (value != null) {
      ArgumentChecks.notBlank(name, value);
      parameters.put(name, value);
    }
  }
}
