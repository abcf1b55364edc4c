package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Playing {@code wx.addCard}, and claiming several copies. */
class SandboxAddcardTest {
  @TempDir Path home;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(home);
  }

  @Test
  void what_sign_card_prints_is_claimed() {
    String card = shop.card();
    String ext = shop.run("sign card " + card + " --outer-str shop-7").exits(0).out();
    shop.wx().typing(ext);

    Run run = shop.run("sandbox addcard --as customer --card-id " + card + " --ext - --json");

    JsonNode claim = run.exits(0).json();
    assertThat(claim.fieldNames()).toIterable().containsExactly("card_id", "code", "openid");
    assertThat(claim.path("card_id").asText()).isEqualTo(card);
    String code = claim.path("code").asText();
    assertThat(shop.run("code get " + code + " --jq .outer_str").out()).isEqualTo("shop-7\n");
  }

  @Test
  void the_whole_document_of_sign_card_serves_as_well_and_once() throws IOException {
    String card = shop.card("/base_info/use_custom_code=true");
    Path file = home.resolve("signed.json");
    Files.writeString(file, shop.run("sign card " + card + " --code A-1 --json").exits(0).out());
    String line = "sandbox addcard --as customer --card-id " + card + " --ext " + file;

    assertThat(shop.run(line).exits(0).out()).startsWith(card + " A-1 o");

    Run again = shop.run(line).exits(5);
    assertThat(again.err()).contains("已领完(addcard)", "used before");
    assertThat(shop.run(line + " --json").exits(5).error().path("reason").asText())
        .contains("已领完(addcard)");
  }

  @Test
  void an_object_in_place_of_the_text_is_what_a_phone_refuses() {
    String card = shop.card();
    String ext = shop.run("sign card " + card).exits(0).out().strip();
    shop.wx().typing("{\"cardId\": \"" + card + "\", \"cardExt\": " + ext + "}");

    Run run = shop.run("sandbox addcard --as customer --card-id " + card + " --ext -").exits(5);

    assertThat(run.err()).contains("40080", "签名错误(addcard)", "JSON.stringify");
  }

  @Test
  void a_signature_for_another_card_is_refused() {
    String card = shop.card();
    shop.wx().typing(shop.run("sign card " + shop.card()).exits(0).out());

    assertThat(
            shop.run("sandbox addcard --as customer --card-id " + card + " --ext -").exits(5).err())
        .contains("签名错误(addcard)", "wrong signature");
  }

  @Test
  void who_and_what_must_be_named() {
    assertThat(shop.run("sandbox addcard --as customer --card-id p1").exits(2).err())
        .contains("--ext");
    shop.run("sandbox addcard --as customer --ext -").exits(2);
    assertThat(shop.run("sandbox addcard --as customer --card-id p1 --ext no.json").exits(3).err())
        .contains("no.json");
  }

  @Test
  void several_copies_are_claimed_at_once() {
    String card = shop.card("/base_info/get_limit=3");
    String url = shop.run("qrcode " + card + " --jq .url").exits(0).out().strip();
    String line = "sandbox scan " + url + " --as customer --copies ";

    Run refused = shop.run(line + "4").exits(5);
    assertThat(refused.err()).contains("45033");
    Run three = shop.run(line + "3").exits(0);

    assertThat(three.out().lines()).hasSize(3).allMatch(each -> each.startsWith(card + " "));
    shop.run(line + "0").exits(5);
  }
}
