package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.PastedLink;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a link that WeChat opened. */
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
final class LinkParseCommand extends Subcommand {
  private static final String ENCRYPTED = "encrypt_code";

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
    LinkParameters found = LinkParameters.of(link);
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
      values.put("code", code(values.get(ENCRYPTED)));
    }
    return document(link.without(LinkParameters.NAMES), values);
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
