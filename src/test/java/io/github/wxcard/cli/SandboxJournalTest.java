package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SandboxJournalTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void a_line_a_request_tells_why_it_was_refused() {
    wx.run("consume", "000000000000", "--sandbox").exits(5);

    List<String> lines = wx.run("sandbox", "journal").exits(0).out().lines().toList();
    Run json = wx.run("sandbox", "journal", "--json").exits(0);

    assertThat(lines.get(0)).matches("\\S+Z POST /cgi-bin/stable_token -> 200");
    assertThat(lines.get(1))
        .matches("\\S+Z POST /card/code/(get|consume) -> 200 40056 nobody holds this code");
    assertThat(json.json().fieldNames()).toIterable().containsExactly("entries");
    assertThat(json.json().at("/entries/1/request").asText()).contains("000000000000");
    assertThat(json.out()).doesNotContain("0123456789abcdef0123456789abcdef");
  }

  @Test
  void faults_show_in_the_line() {
    wx.run("sandbox", "fault", "add", "--path", "/cgi-bin/stable_token", "--drop").exits(0);
    wx.run("token", "--sandbox").exits(6);

    assertThat(wx.run("sandbox", "journal").exits(0).out())
        .containsPattern("POST /cgi-bin/stable_token -> dropped fault 1,");
  }

  @Test
  void following_prints_each_request_once_as_it_comes() throws Exception {
    ServedAccount account = new ServedAccount();
    account.configure(wx.config());
    account.post("/sandbox/clock", Json.object());

    Wxcard.Running following = wx.start("sandbox", "journal", "--follow", "--json");
    following.waitFor("(\"path\":\"/sandbox/clock\")");
    account.call("/card/get", Json.object());
    following.waitFor("(\"path\":\"/card/get\")");
    account.close();

    List<String> lines = following.join().exits(6).out().lines().toList();
    assertThat(lines).hasSize(3);
    JsonNode last = Json.read(lines.get(2));
    assertThat(last.path("errcode").asInt()).isEqualTo(41012);
    assertThat(last.path("reason").asText()).isEqualTo("card_id is missing");
  }

  @Test
  void following_in_text_prints_lines() throws Exception {
    ServedAccount account = new ServedAccount();
    account.configure(wx.config());
    account.post("/sandbox/clock", Json.object());

    Wxcard.Running following = wx.start("sandbox", "journal", "--follow");
    following.waitFor("(POST /sandbox/clock -> 200)\n");
    account.close();

    following.join().exits(6);
  }
}
