package io.github.wxcard.cli.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HeldTicket;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form that makes a member, at the command line. */
final class MemberFormTest {
  @TempDir Path home;

  @Test
  void a_form_is_set_and_its_answers_are_read() {
    Wxcard wx = new Wxcard(home);
    HeldTicket form =
        HeldTicket.ofSample(
            wx,
            "member-card.json",
            "/wx_activate_after_submit=true",
            "/wx_activate_after_submit_url=https://example.com/welcome");
    wx.typing("{\"card_id\":\"p0\",\"required_form\":{\"common_field_id_list\":[],},}");
    String field = "/required_form/common_field_id_list/-=USER_FORM_INFO_FLAG_MOBILE";
    Run set = form.run("member form CARD - --set " + field).exits(0);
    assertThat(set.out()).isEqualTo(form.cardId() + "\n");
    assertThat(set.err()).contains("standard input:1:").contains("comma");
    assertThat(form.documents("member_form").get(0).path("card_id").asText())
        .isEqualTo(form.cardId());
    assertThat(form.run("member url CARD --outer-str shop-3").exits(0).out())
        .startsWith("http://")
        .contains("outer_str=shop-3");

    String page =
        form.run("sandbox activate CODE --as usr1 --set MOBILE=13800000000").exits(0).out();
    String ticket = page.replaceFirst("(?s).*activate_ticket=([^&\\s]+).*", "$1");

    // A ticket may begin with a dash.
    Run data = wx.run("--sandbox", "member", "form-data", "--", ticket).exits(0);
    assertThat(data.out()).isEqualTo("USER_FORM_INFO_FLAG_MOBILE 13800000000\n");
    assertThat(form.run("member form-data nothing --json").exits(5).error().path("errcode").asInt())
        .isEqualTo(72011);
    HelpExamples.run(wx, "member form-data", Map.of("zU7aTq2mVx0", "-- " + ticket))
        .forEach(example -> example.exits(0));
  }

  @Test
  void lists_that_stand_outside_of_the_form_are_told_and_refused_and_the_form_is_kept() {
    Wxcard wx = new Wxcard(home);
    HeldTicket form = HeldTicket.ofSample(wx, "member-card.json");
    form.run("member form CARD samples/api/member-form.json").exits(0);
    JsonNode before = form.documents("member_form").get(0);

    wx.typing("{\"common_field_id_list\":[\"USER_FORM_INFO_FLAG_MOBILE\"]}");
    Run run = form.run("member form CARD - --json").exits(5);

    assertThat(run.error().path("errcode").asInt()).isEqualTo(47001);
    assertThat(run.err())
        .contains("warning: /common_field_id_list: ", "It belongs into required_form");
    assertThat(form.documents("member_form").get(0)).isEqualTo(before);
  }
}
