package io.github.wxcard.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ResultVariablesTest {
  private final ResultVariables resultVariables = new ResultVariables();

  private void learn(String json) throws IOException {
    resultVariables.learn(Json.read(json));
  }

  @Test
  void the_last_result_with_a_name_counts() throws IOException {
    learn("{'card_id':'p1','openid':'o1'}".replace('\'', '"'));
    learn("{'card_id':'p2'}".replace('\'', '"'));
    assertThat(resultVariables.require("card_id")).isEqualTo("p2");
    assertThat(resultVariables.require("openid")).isEqualTo("o1");
    assertThat(resultVariables.all("card_id")).containsExactly("p2", "p1");
  }

  @Test
  void what_stands_further_out_counts_as_the_last() throws IOException {
    learn(
        "{'code':'outer','steps':[{'result':{'url':'logo'}},{'result':{'url':'qr','code':'in'}}]}"
            .replace('\'', '"'));
    assertThat(resultVariables.require("url")).isEqualTo("qr");
    assertThat(resultVariables.require("code")).isEqualTo("outer");
  }

  @Test
  void tokens_and_lists_are_not_kept() throws IOException {
    learn("{'access_token':'secret','openid':['o1','o2'],'url':null}".replace('\'', '"'));
    assertThat(resultVariables.last()).isEmpty();
  }

  @Test
  void a_name_without_a_value_says_so() {
    assertThatThrownBy(() -> resultVariables.require("ticket"))
        .isInstanceOf(Failure.class)
        .hasMessage("no result has given a ticket yet");
  }

  @Test
  void an_unknown_name_lists_the_known_ones() {
    assertThatThrownBy(() -> resultVariables.require("cardid"))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.fix().orElseThrow()).contains("$card_id"));
  }
}
