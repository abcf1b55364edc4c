package io.github.wxcard.cli;

import static io.github.wxcard.sign.PublishedExamples.CARD_ID;
import static io.github.wxcard.sign.PublishedExamples.CARD_TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a page passes to {@code wx.chooseCard}. */
class SignChoiceParametersTest extends SignParametersFixture {
  @Test
  void a_choice_under_wrong_names_fails_as_well() throws Exception {
    String joined = "1231404896688GROUPON" + CARD_TICKET + CARD_ID + "wx0123456789abcdef";
    String call =
        "wx.chooseCard({cardType:'GROUPON',cardId:'"
            + CARD_ID
            + "',timestamp:'1404896688',nonceStr:'123',signType:'SHA1',cardSign:'"
            + sha1(joined)
            + "'})";
    for (String[] names :
        new String[][] {
          {"nonceStr", "nonce_str"},
          {"cardType", "card_type"},
          {"timestamp", "timeStamp"},
          {"cardSign", "signature"}
        }) {
      String wrong = call.replace(names[0] + ":", names[1] + ":");
      assertThat(choose(wrong).exits(5).err()).contains(names[0] + " is passed on as " + names[1]);
    }
    assertThat(choose(call.replace("'SHA1'", "'MD5'")).exits(5).err()).contains("signType is MD5");
    choose(call).exits(0);
  }

  @Test
  void a_choice_is_checked_with_its_filters() throws Exception {
    String joined = "1231404896688GROUPON" + CARD_TICKET + CARD_ID + "wx0123456789abcdef";
    String call =
        "wx.chooseCard({shopId:'',cardType:'GROUPON',cardId:'"
            + CARD_ID
            + "',timestamp:1404896688,nonceStr:'123',signType:'SHA1',cardSign:'"
            + sha1(joined)
            + "'})";
    check(CARD_TICKET, call, "sign", "choose", "--app-id", "wx0123456789abcdef").exits(0);
    assertThat(
            check(CARD_TICKET, call, "sign", "choose", "--app-id", "wx0123456789abcdee")
                .exits(5)
                .err())
        .contains("None of the usual slips");
    assertThat(check(CARD_TICKET, call, "sign", "choose").exits(2).err()).contains("--app-id");
  }
}
