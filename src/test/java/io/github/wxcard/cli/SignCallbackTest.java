package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.sign.CallbackSignature;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests that fit, over values that WeChat would not send. */
final class SignCallbackTest {
  private static final String TOKEN = "weixin";

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "1357982061000, is in milliseconds",
    "135798206, is not ten digits",
    "13579820611, is not ten digits",
    "9999999999, s in the future",
    "today, is no number of seconds",
  })
  void a_timestamp_that_is_none_fails_the_check(String timestamp, String why) {
    Run run = verified(timestamp).exits(5);

    assertThat(run.err()).contains("the timestamp", why).doesNotContain("The digest fits");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1357982061", "1000000000"})
  void an_old_one_passes_it(String timestamp) {
    assertThat(verified(timestamp).exits(0).err()).contains("The digest fits");
  }

  private Run verified(String timestamp) {
    String digest = new CallbackSignature(TOKEN, timestamp, "1358161344", "").signature().digest();
    return new Wxcard(home)
        .typing(TOKEN + "\n")
        .run(
            "sign",
            "callback",
            "--token-stdin",
            "--timestamp",
            timestamp,
            "--nonce",
            "1358161344",
            "--verify",
            digest);
  }
}
