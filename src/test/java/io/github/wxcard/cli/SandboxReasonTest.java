package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sandbox says why it refuses, wherever it runs, and the advice is about what was asked. */
@Timeout(60)
final class SandboxReasonTest {
  @TempDir Path home;
  private Wxcard wx;
  private Optional<Sandbox> served = Optional.empty();

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @AfterEach
  void end() {
    served.ifPresent(Sandbox::close);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_change_of_stock_is_told_what_is_left(boolean elsewhere) {
    use(elsewhere);
    String card = create("samples/groupon.json");

    Run text = wx.run("card", "stock", card, "--reduce", "5000").exits(5);
    assertThat(text.err())
        .contains(
            "errcode 40122",
            "\n  The sandbox: only 1000 are left to take away\n",
            "`wxcard card get CARD_ID`")
        .doesNotContain("imported", "POST /card/modifystock ->");
    JsonNode error = wx.run("card", "stock", card, "--reduce", "5000", "--json").exits(5).error();
    assertThat(error.fieldNames())
        .toIterable()
        .containsExactly("kind", "errcode", "errmsg", "reason", "meaning", "fix", "retryable");
    assertThat(error.path("reason").asText()).isEqualTo("only 1000 are left to take away");
    assertThat(error.path("errmsg").asText()).contains(" hint: [");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_form_without_its_field_is_told_which_and_how(boolean elsewhere) throws IOException {
    use(elsewhere);
    String card = create("samples/member-card.json", "--set", "/wx_activate=true");
    wx.run("sandbox", "approve", card).exits(0);
    Path form = home.resolve("form.json");
    Files.writeString(
        form,
        Json.write(
            Json.object()
                .put("card_id", card)
                .set(
                    "required_form",
                    Json.object()
                        .set(
                            "common_field_id_list",
                            Json.array().add("USER_FORM_INFO_FLAG_MOBILE")))));
    wx.run("member", "form", card, form.toString()).exits(0);
    String code = scan(card);

    Run run = wx.run("sandbox", "activate", code, "--as", "usr1").exits(5);

    assertThat(run.err())
        .contains("errcode 41011", "The sandbox: ", "USER_FORM_INFO_FLAG_MOBILE", "--set MOBILE=")
        .doesNotContain("base_info", "wxcard create");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_code_past_its_end_is_told_as_that(boolean elsewhere) {
    use(elsewhere);
    String card = create("samples/groupon.json");
    wx.run("sandbox", "approve", card).exits(0);
    String url = line(wx.run("qrcode", card, "--expire", "60s", "--jq", ".url"));
    wx.run("sandbox", "clock", "+1d").exits(0);

    Run run = wx.run("sandbox", "scan", url, "--as", "usr1").exits(5);

    assertThat(run.err())
        .contains("errcode 40073", "The sandbox: the QR code is past its end", "--expire")
        .doesNotContain("Copy the card id");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_line_of_a_batch_and_a_step_of_a_walk_have_it_too(boolean elsewhere) throws IOException {
    use(elsewhere);
    Path codes = Files.writeString(home.resolve("codes.txt"), "000000000000\n");
    Run batch = wx.run("consume", "--from", codes.toString(), "--json").exits(8);
    assertThat(
            Json.read(batch.out().lines().findFirst().orElseThrow()).at("/error/reason").asText())
        .isEqualTo("nobody holds this code");

    wx.run("sandbox", "fault", "add", "--path", "/card/create", "--errcode", "45009").exits(0);
    Run walk = wx.run("hello", "--json").exits(5);
    assertThat(walk.error().path("reason").asText()).contains("asked for by");
  }

  private void use(boolean elsewhere) {
    wx.with("WXCARD_PROFILE", "sandbox");
    if (elsewhere) {
      SandboxOptions options =
          new SandboxOptions(
              "127.0.0.1", 0, Optional.empty(), Optional.empty(), Clock.systemUTC(), new Random(1));
      served = Optional.of(Sandbox.start(options));
      wx.with("WXCARD_PROFILE", "")
          .with("WXCARD_API_BASE", served.get().base().toString())
          .with("WXCARD_APPID", served.get().appId())
          .with("WXCARD_SECRET", served.get().secret());
    }
  }

  private String create(String... words) {
    List<String> line = new ArrayList<>(List.of("create"));
    line.addAll(List.of(words));
    return line(wx.run(line.toArray(String[]::new)));
  }

  private String scan(String card) {
    String url = line(wx.run("qrcode", card, "--jq", ".url"));
    return line(wx.run("sandbox", "scan", url, "--as", "usr1", "--jq", ".code"));
  }

  private static String line(Run run) {
    return run.exits(0).out().strip();
  }
}
