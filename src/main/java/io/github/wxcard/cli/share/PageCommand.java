package io.github.wxcard.cli.share;

import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyFile;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.WeChat;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Landing pages, on which a merchant lays out several cards. */
@Command(
    name = "page",
    description = "Pages in WeChat on which several cards are laid out to be claimed.")
public final class PageCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(PageCreateCommand.class);
  }

  @Command(
      name = "create",
      description = "Create a landing page from a JSON file; prints its url and page_id.",
      footer = {
        "",
        "FILE is the body of /card/landingpage/create: banner, page_title, can_share, scene and",
        "card_list, whose cards must be this account's: --set puts one in. Images must have been"
            + " uploaded (wxcard upload-logo).",
        "",
        "Example:",
        "  echo '{\"page_title\": \"卡券\", \"scene\": \"SCENE_H5\",",
        "    \"can_share\": true, \"banner\": \"http://mmbiz.qpic.cn/b\",",
        "    \"card_list\": [{\"thumb_url\": \"http://mmbiz.qpic.cn/t\",",
        "    \"card_id\": \"pFS7Fjg8kV1IdDz01r4SQwMkuCKc\"}]}' > p.json",
        "  wxcard page create p.json"
      })
  static final class PageCreateCommand extends ApiCommand {
    private static final String CALL = "/card/landingpage/create";

    @Parameters(paramLabel = "FILE|-", description = "The page; - reads standard input.")
    String file;

    @Mixin final BodyFile page = new BodyFile();

    @Override
    public Document call(WeChat weChat) {
      return Document.facts(
          weChat.postOnce(
              CALL,
              page.read(context, file, CALL),
              "The page may have been created; WeChat lists no pages. Creating it again makes"
                  + " another one, and the lost one harms nobody: its link is not known."));
    }
  }
}
