package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walkthrough where coupons cannot be created any more. */
class HelloOnARealHostTest {
  @TempDir Path home;
  private Sandbox sandbox;
  private RealHost host;
  private Wxcard wx;

  @BeforeEach
  void serve() throws Exception {
    sandbox =
        Sandbox.start(
            new SandboxOptions(
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.empty(),
                Clock.systemUTC(),
                new SecureRandom(),
                new AccountPolicy(false, Set.of(AccountRight.COUPON), false)));
    host = new RealHost(sandbox, home);
    wx = host.configure(new Wxcard(home));
  }

  @AfterEach
  void stop() throws Exception {
    host.close();
    sandbox.close();
  }

  @Test
  void it_creates_a_card_that_can_still_be_created_and_says_so() {
    Run run = wx.run("hello", "--until", "show", "--json").exits(0);
    assertThat(run.json().path("base").asText()).isEqualTo("https://" + RealHost.NAME);
    assertThat(run.err()).contains("MEETING_TICKET", "2021-04-01", "--card FILE");
    String cardId = run.json().path("card_id").asText();
    assertThat(wx.run("card", "get", cardId, "--jq", ".card_type").exits(0).out())
        .isEqualTo("MEETING_TICKET\n");
  }

  @Test
  void it_is_told_in_text_too() {
    Run run = wx.run("hello", "--until", "create").exits(0);
    assertThat(run.err()).contains("MEETING_TICKET");
    assertThat(run.out()).contains("3 create", "ok");
  }

  @Test
  void a_coupon_that_is_named_is_refused_as_everywhere() {
    wx.run("new", "groupon", "--out", home.resolve("groupon.json").toString()).exits(0);
    Run run = wx.run("hello", "--card", home.resolve("groupon.json").toString()).exits(4);
    assertThat(run.err())
        .contains("48001", "Since 2021-04-01 real accounts cannot create coupons any more")
        .doesNotContain("The card is a MEETING_TICKET");
  }

  @Test
  void a_sandbox_gets_the_walkthroughs_own_coupon() {
    Run run = wx.run("hello", "--sandbox", "--json").exits(0);
    assertThat(run.err()).doesNotContain("MEETING_TICKET");
    String cardId = run.json().path("card_id").asText();
    assertThat(wx.run("card", "get", cardId, "--sandbox", "--jq", ".card_type").exits(0).out())
        .isEqualTo("GROUPON\n");
  }
}
