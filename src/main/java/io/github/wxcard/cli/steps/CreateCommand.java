package io.github.wxcard.cli.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.CouponTypes;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.card.LogoFile;
import io.github.wxcard.card.Overrides;
import io.github.wxcard.cli.base.DefinitionLoader;
import io.github.wxcard.cli.base.InputDocument;
import io.github.wxcard.cli.base.PastedLink;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.text.PastedAddress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a card from its JSON definition: walkthrough step 3. */
@Command(
    name = "create",
    description = "Create a card from a JSON definition; prints its card_id.",
    footer = {
      "",
      "The definition is the body of /card/create. It is checked before anything is sent:",
      "errors stop (exit 3), warnings do not. Fields that wxcard does not know pass untouched.",
      "",
      "A POINTER starts at the document's root (/card/groupon/base_info/title) or inside the",
      "card (/base_info/title). A VALUE is JSON; what is not JSON is taken as text.",
      "",
      "Since 2021-04-01 real accounts cannot create the five coupon types any more. Member",
      "cards, gift cards and tickets still work, and the sandbox takes every type.",
      "",
      "Examples:",
      "  wxcard new groupon | wxcard create - --sandbox",
      "  wxcard new member-card | wxcard create - --set /base_info/title=金卡 --json"
    })
public final class CreateCommand extends Subcommand {
  private static final String HOW_TO_LOOK =
      "The card may have been created. Look before you repeat: the console lists the newest cards"
          + " first, and `wxcard card list` lists card ids.";
  private static final String NO_MORE_COUPONS =
      "Since 2021-04-01 real accounts cannot create coupons any more, whatever the definition says."
          + " Member cards, gift cards and tickets still work, and so does --sandbox.";

  @Parameters(paramLabel = "FILE", description = "The definition; - reads standard input.")
  String file;

  @Option(
      names = "--logo",
      paramLabel = "FILE|URL",
      description = "Upload this image, or use this URL, as base_info.logo_url.")
  String logo;

  @Option(
      names = "--set",
      paramLabel = "POINTER=VALUE",
      description = "Change a value of the definition; repeat for more.")
  List<String> sets = List.of();

  @Option(names = "--no-lint", description = "Send the definition unchecked.")
  boolean noLint;

  record Created(String cardId) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().put("card_id", cardId);
    }

    @Override
    public void text(Page page) {
      page.line(cardId);
    }
  }

  @Override
  public Created run() {
    DefinitionLoader loader = new DefinitionLoader(context, sets, !noLint);
    JsonDocument written = InputDocument.read(context, file);
    if (logo == null || isUrl(PastedAddress.of(logo).url())) {
      Optional<String> address =
          Optional.ofNullable(logo).map(url -> PastedLink.repaired(context, url));
      return create(loader.load(written, address).tree());
    }
    LogoFile image = LogoFile.read(context.environment().resolve(logo), logo, context.timeLimit());
    // Everything that can be wrong is found before the first of the two calls.
    JsonDocument definition = loader.load(written, Optional.of(DefinitionLoader.UPLOADED_LATER));
    String url = UploadLogoCommand.upload(context.weChat(), image);
    if (!context.options().dryRun) {
      Overrides.replaceLogo(definition, url);
    }
    return create(definition.tree());
  }

  private Created create(JsonNode body) {
    try {
      JsonNode answer = context.weChat().postOnce("/card/create", body, HOW_TO_LOOK);
      return new Created(WeChat.text(answer, "card_id"));
    } catch (Failure failure) {
      throw explained(failure, body, context.target().isSandbox());
    }
  }

  /** A real account refuses every coupon, with a code that does not tell why. */
  public static Failure explained(Failure failure, JsonNode body, boolean sandbox) {
    boolean coupon = CouponTypes.include(body.at("/card/card_type").asText());
    return coupon && !sandbox && failure.errcode().isPresent()
        ? failure.detail(NO_MORE_COUPONS)
        : failure;
  }

  private static boolean isUrl(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }
}
