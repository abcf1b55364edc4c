package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.Main;
import io.github.wxcard.RedisServer;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile's {@code tokenStore} on the command line. */
class TokenStoreTest {
  private static final String PASSWORD = "marker-password";

  @TempDir Path home;
  private ServedAccount account;
  private Wxcard wx;

  @BeforeEach
  void serve() {
    account = new ServedAccount();
    wx = new Wxcard(home);
  }

  @AfterEach
  void end() {
    account.close();
  }

  @Test
  void machines_share_a_token_and_forget_it_together() throws IOException {
    try (RedisServer redis = RedisServer.start(PASSWORD)) {
      configure(wx, redis.url());
      Wxcard other = new Wxcard(home.resolve("other"));
      configure(other, redis.url());

      String token = wx.run("token").exits(0).out().strip();
      Run shared = other.run("token", "--json", "--verbose").exits(0);
      assertThat(shared.json().path("access_token").asText()).isEqualTo(token);
      assertThat(shared.json().path("cached").asBoolean()).isTrue();
      assertThat(shared.err()).isEmpty();

      assertThat(redis.keys()).hasSize(1);
      assertThat(other.run("profile", "remove", "shop").exits(0).err()).isEmpty();
      assertThat(redis.keys()).isEmpty();
    }
  }

  @Test
  void the_tokens_stay_while_another_profile_is_the_same_account() throws IOException {
    try (RedisServer redis = RedisServer.start()) {
      configure(wx, redis.url());
      ObjectNode tree = (ObjectNode) Json.read(Files.readAllBytes(wx.config()));
      tree.withObject("/profiles").set("twin", tree.at("/profiles/shop").deepCopy());
      Files.writeString(wx.config(), Json.write(tree));
      wx.run("token").exits(0);

      wx.run("profile", "remove", "twin").exits(0);

      assertThat(redis.keys()).hasSize(1);
    }
  }

  @Test
  void doctor_and_profile_name_the_store_without_its_password() throws IOException {
    try (RedisServer redis = RedisServer.start(PASSWORD)) {
      configure(wx, redis.url());
      String shown = "redis://***@127.0.0.1:" + redis.port() + "/0";

      Run doctor = wx.run("doctor").exits(0);
      assertThat(doctor.out())
          .contains(shown + "  (profile shop)", "ok      token store: answers in ");
      assertThat(wx.run("profile", "show").exits(0).out()).contains(shown);
      JsonNode json = wx.run("profile", "show", "--json").exits(0).json();
      assertThat(json.path("token_store").asText()).isEqualTo(shown);
      assertThat(doctor.toString() + json).doesNotContain(PASSWORD);
    }
  }

  @Test
  void when_redis_is_down_every_command_warns_once_and_works() throws IOException {
    int port = RedisServer.freePort();
    configure(wx, "redis://:" + PASSWORD + "@127.0.0.1:" + port);

    Run token = wx.run("token").exits(0);
    Run colors = wx.run("card", "colors").exits(0);
    Run doctor = wx.run("doctor").exits(0);
    Run removed = wx.run("profile", "remove", "shop").exits(0);

    assertThat(token.err().lines())
        .singleElement()
        .asString()
        .startsWith("warning: token store 127.0.0.1:" + port + " cannot be used: cannot connect");
    assertThat(colors.err()).isEqualTo(token.err());
    assertThat(doctor.out()).contains("warning token store: 127.0.0.1:" + port);
    assertThat(removed.err().lines()).singleElement().asString().contains("are not forgotten");
    assertThat(token.toString() + doctor + removed).doesNotContain(PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memcached://:marker-password@cache:11211",
        "redis://:marker-password@",
        "redis://marker-password@cache",
        "redis://:marker-password@cache:99999",
        "redis://:marker-password%zz@cache",
        "marker-password"
      })
  void an_address_that_cannot_be_understood_is_a_configuration_error(String tokenStore)
      throws IOException {
    configure(wx, tokenStore);

    Run run = wx.run("token").exits(7);

    assertThat(run.err()).contains("tokenStore of profile shop", "redis://");
    assertThat(run.err()).doesNotContain(PASSWORD);
    assertThat(wx.run("profile", "list").exits(0).out()).contains("shop");
    assertThat(wx.run("profile", "show").exits(0).out()).doesNotContain(PASSWORD);
    assertThat(wx.run("profile", "remove", "shop").exits(0).err()).doesNotContain(PASSWORD);
  }

  @Test
  void the_built_in_sandbox_keeps_to_itself() throws IOException {
    try (RedisServer redis = RedisServer.start()) {
      configure(wx, redis.url());

      wx.run("token", "--sandbox").exits(0);

      assertThat(redis.keys()).isEmpty();
    }
  }

  @Test
  void a_login_again_keeps_the_store() throws IOException {
    try (RedisServer redis = RedisServer.start()) {
      configure(wx, redis.url());

      wx.typing("0123456789abcdef0123456789abcdef")
          .run("login", "--profile", "shop", "--app-id", "wx5a4db0c0000c0de1")
          .exits(0);

      assertThat(wx.run("profile", "show").exits(0).out()).contains("127.0.0.1:" + redis.port());
    }
  }

  @Test
  void without_a_store_no_class_of_redis_is_loaded() throws IOException {
    account.configure(wx.config());
    assertThat(loadedBy("token")).contains("client.WeChat ").doesNotContain("redis");

    configure(wx, "redis://127.0.0.1:" + RedisServer.freePort());
    assertThat(loadedBy("token")).contains("redis.clients.jedis.Connection ");
  }

  /** The JVM's own list of the classes a run loads, and what the run prints. */
  private String loadedBy(String command) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                command,
                "--config",
                wx.config().toString())
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return log.replaceAll(" source: \\S+", " ");
  }

  private void configure(Wxcard machine, String tokenStore) throws IOException {
    account.configure(machine.config());
    ObjectNode tree = (ObjectNode) Json.read(Files.readAllBytes(machine.config()));
    tree.withObject("/profiles/shop").put("tokenStore", tokenStore);
    Files.writeString(machine.config(), Json.write(tree));
    Files.setPosixFilePermissions(machine.config(), PosixFilePermissions.fromString("rw-------"));
  }
}
