package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.KeyValueOptions;
import io.github.wxcard.cli.base.PastedLink;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.EncryptedCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The links that WeChat opens from a card. */
@Command(
    name = "link",
    description = "Build and read the links that WeChat opens from a card's custom entries.",
    footer = {
      "",
      "WeChat adds encrypt_code, card_id, openid and, for member cards, outer_str to the address"
          + " of",
      "an entry. Nothing signs them: ask for the code with --decrypt before you trust one."
    })
public final class LinkCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(LinkBuildCommand.class, LinkParseCommand.class);
  }

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
  static final class LinkBuildCommand extends Subcommand {
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

    @Option(
        names = "--card-id",
        paramLabel = "ID",
        description = "The card the link is opened from.")
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

  @Command(
      name = "parse",
      description = "Print what WeChat says in a link that it opened from a card.",
      footer = {
        "",
        "Examples:",
        "  wxcard link parse 'https://a.cn/?encrypt_code=XXIz%%2BMqC%%2Fw%%3D%%3D'",
        "  wxcard link build http://a.cn/ --code 759733467744 --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
            + " > link.txt",
        "  wxcard link parse - --decrypt < link.txt"
      })
  static final class LinkParseCommand extends Subcommand {
    @Parameters(paramLabel = "URL", description = "The link; - reads standard input.")
    String url;

    @Option(
        names = "--decrypt",
        description = "Ask WeChat for the code in it as well: /card/code/decrypt.")
    boolean decrypt;

    @Override
    public Document run() {
      String text = (url.equals("-") ? CommandInput.standardText(context.console()) : url).strip();
      CardLink link = CardLink.of(PastedLink.repaired(context, text));
      CardLink.LinkParameters found = link.parameters();
      found.warnings().forEach(context.console()::warn);
      if (found.values().isEmpty()) {
        throw Failure.of(
            FailureKind.INPUT,
            "that link holds nothing of a card",
            "WeChat adds encrypt_code, card_id and openid; a shell cuts a link at & unless it is"
                + " quoted.");
      }
      Map<String, String> values = new LinkedHashMap<>(found.values());
      if (decrypt) {
        values.put("code", code(values.get("encrypt_code")));
      }
      return document(link.target(), values);
    }

    private String code(String encryptCode) {
      if (encryptCode == null || encryptCode.isBlank()) {
        throw Failure.of(
            FailureKind.INPUT,
            "there is no encrypt_code in the link",
            "Leave --decrypt out, or quote it.");
      }
      return context.weChat().codes().decrypt(encryptCode);
    }

    /**
     * The parameters.
     *
     * @param target the merchant's own address, without them
     */
    private static Document document(String target, Map<String, String> values) {
      ObjectNode json = Json.object().put("url", target);
      List<String> lines = new ArrayList<>(List.of("url " + target));
      values.forEach(
          (name, value) -> {
            json.put(name, value);
            lines.add(name + " " + value);
          });
      return new Document(json, lines);
    }
  }
}
