package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.OwnCertificate;
import io.github.wxcard.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rediss://}: TLS that ends in front of a real Redis, as at many a cloud's. */
class RedisTlsTest {
  @TempDir Path folder;
  private RedisServer redis;
  private Counterpart front;
  private OwnCertificate own;

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    redis = RedisServer.start("pass-word");
    own = OwnCertificate.make(folder, "cache.example");
    front = Counterpart.tls(own.context(), redis.port());
  }

  @AfterEach
  void end() {
    front.close();
    redis.close();
  }

  @Test
  void a_certificate_of_the_named_authority_is_believed() {
    assertThat(notices("127.0.0.1", true)).isEmpty();
    assertThat(redis.get(redis.key(":access_token"))).contains("marker-token-1");
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_not() {
    assertThat(notices("127.0.0.1", false))
        .singleElement()
        .asString()
        .contains("no secure connection", "WXCARD_CA_FILE")
        .doesNotContain("pass-word");
    assertThat(redis.keys()).isEmpty();
  }

  @Test
  void a_certificate_of_another_host_is_not() {
    assertThat(notices("127.0.0.2", true))
        .singleElement()
        .asString()
        .contains("no secure connection", "127.0.0.2");
    assertThat(redis.keys()).isEmpty();
  }

  @Test
  void a_server_without_tls_waits_for_more_and_the_warning_says_so() {
    try (Fleet fleet = new Fleet(folder, redis.url().replace("redis:", "rediss:"))) {
      fleet.one.client().tokens().current();

      assertThat(fleet.one.around.notices)
          .singleElement()
          .asString()
          .contains("no answer in time", "without TLS is redis://");
    }
  }

  private List<String> notices(String host, boolean trusted) {
    String url = "rediss://:pass-word@" + host + ":" + front.port();
    try (Fleet fleet = new Fleet(folder, url)) {
      if (trusted) {
        fleet.one.around.set("WXCARD_CA_FILE", own.certificate().toString());
      }
      fleet.one.client().tokens().current();
      return fleet.one.around.notices;
    }
  }
}
