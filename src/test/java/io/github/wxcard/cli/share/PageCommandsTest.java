package io.github.wxcard.cli.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HeldTicket;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Landing pages and articles at the command line. */
final class PageCommandsTest {
  private static final String CREATE = "page create samples/api/page.json --set ";
  private static final String PATH = "/card/landingpage/create";

  @TempDir Path home;
  private HeldTicket held;
  private String create;

  @BeforeEach
  void holdACard() {
    held = HeldTicket.ofSample(new Wxcard(home), "groupon.json", "/base_info/get_limit=9");
    create = CREATE + "/card_list/0/card_id=" + held.cardId();
  }

  @Test
  void a_page_has_a_link_that_cards_are_claimed_from() {
    JsonNode json = held.run(create + " --json").exits(0).json();
    Run text = held.run(create).exits(0);

    assertThat(json.fieldNames()).toIterable().containsExactly("url", "page_id");
    assertThat(text.out()).matches("url http://\\S+\npage_id 2\n");
    assertThat(held.documents("landing_page")).hasSize(2);
    String claimed =
        held.run("sandbox scan " + json.path("url").asText() + " --as usr2 --jq .card_id")
            .exits(0)
            .out();
    assertThat(claimed).isEqualTo(held.cardId() + "\n");
  }

  @Test
  void a_refused_page_says_what_is_wrong_with_it() {
    Run run = held.run(create + " --set /scene=SCENE_MOON --json").exits(5);
    assertThat(run.error().path("errcode").asInt()).isEqualTo(40129);
    assertThat(held.documents("landing_page")).isEmpty();
  }

  @Test
  void a_field_that_the_call_does_not_know_is_sent_and_told() {
    Run run = held.run(create + " --set /page_titel=x --dry-run").exits(0);
    assertThat(run.err()).contains("/page_titel", "page_title");
    assertThat(run.out()).contains("\"page_titel\": \"x\"");
    assertThat(held.run(create).exits(0).err()).isEmpty();
  }

  @Test
  void a_page_that_may_be_there_is_not_created_again() {
    held.run("sandbox fault add --path " + PATH + " --truncate").exits(0);
    assertThat(held.run(create).exits(6).err()).contains("may have been created");
    assertThat(held.documents("landing_page")).hasSize(1);
  }

  @Test
  void a_body_that_cannot_be_read_is_bad_input() {
    held.run("page create nowhere.json").exits(3);
    held.wx().typing("[1]");
    assertThat(held.run("page create -").exits(3).err()).contains("no JSON object");
    held.wx().typing("{\"banner\":");
    held.run("page create -").exits(3);
    held.run("page create").exits(2);
    assertThat(held.requests(PATH)).isZero();
  }

  @Test
  void an_article_gets_the_html_that_shows_the_card() {
    assertThat(held.run("article-html CARD").exits(0).out()).startsWith("<iframe ").endsWith(">\n");
    JsonNode json = held.run("article-html CARD --json").exits(0).json();
    assertThat(json.fieldNames()).toIterable().containsExactly("content");
    held.run("article-html", "").exits(3);
    assertThat(held.run("article-html p0 --json").exits(5).error().path("errcode").asInt())
        .isEqualTo(40073);
  }

  @Test
  void the_examples_can_be_run() {
    held.examples("page create");
    held.examples("article-html");
  }
}
