package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxcard.config.Settings;
import io.github.wxcard.config.Surroundings;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy in the way, and a certificate authority of the company's own. */
@Isolated("sets properties of the JVM")
class CompanyNetworkTest {
  @TempDir static Path keys;
  private static TlsServer server;

  @TempDir Path home;
  private Surroundings around;

  @BeforeAll
  static void start() throws Exception {
    server = TlsServer.start(keys);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void surround() {
    around = new Surroundings(home);
    around.set("WXCARD_APPID", "wx1").set("WXCARD_SECRET", Stub.SECRET);
    around.set("WXCARD_API_BASE", "https://localhost:" + server.port());
  }

  @Test
  void a_certificate_nobody_vouches_for_is_refused_and_the_way_out_named() {
    Failure failure = failure();

    assertThat(failure.kind()).isEqualTo(FailureKind.NETWORK);
    assertThat(failure.getMessage()).contains("no secure connection to localhost");
    assertThat(failure.fix().orElseThrow()).contains("WXCARD_CA_FILE");
  }

  @Test
  void the_companys_authority_is_believed_besides_the_jdks() {
    around.set("WXCARD_CA_FILE", server.certificate().toString());

    assertThat(token()).isEqualTo("tls-token");
  }

  @Test
  void a_certificate_for_another_host_is_refused_all_the_same() {
    around.set("WXCARD_CA_FILE", server.certificate().toString());
    around.set("WXCARD_API_BASE", "https://[::1]:" + server.port());
    around.set("HTTPS_PROXY", "");

    assertThat(failure().kind()).isEqualTo(FailureKind.NETWORK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.pem", "empty.pem", "words.pem", "."})
  void an_authority_file_that_is_none_is_a_configuration_failure(String name) throws IOException {
    Files.writeString(home.resolve("empty.pem"), "");
    Files.writeString(home.resolve("words.pem"), "not a certificate");
    around.set("WXCARD_CA_FILE", name);

    Failure failure = failure();

    assertThat(failure.kind()).isEqualTo(FailureKind.CONFIG);
    assertThat(failure.getMessage()).contains("WXCARD_CA_FILE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTPS_PROXY", "https_proxy"})
  void the_proxy_leads_to_hosts_that_this_machine_cannot_find(String variable) throws IOException {
    try (Tunnel proxy = new Tunnel(server.port(), null)) {
      around.set("WXCARD_CA_FILE", server.certificate().toString());
      around.set("WXCARD_API_BASE", "https://" + TlsServer.NAME);
      around.set(variable, "http://" + proxy.address());

      assertThat(token()).isEqualTo("tls-token");
      assertThat(proxy.asked()).containsExactly("CONNECT api.wechat.example:443 HTTP/1.1");
    }
  }

  @Test
  void a_proxy_of_javas_own_settings_leads_there_too() throws IOException {
    try (Tunnel proxy = new Tunnel(server.port(), null)) {
      around.set("WXCARD_CA_FILE", server.certificate().toString());
      String[] place = proxy.address().split(":", -1);
      System.setProperty("https.proxyHost", place[0]);
      System.setProperty("https.proxyPort", place[1]);

      assertThat(token()).isEqualTo("tls-token");
      assertThat(proxy.asked()).as("java reaches its own machine directly").isEmpty();
      around.set("WXCARD_API_BASE", "https://" + TlsServer.NAME);
      assertThat(token()).isEqualTo("tls-token");
      assertThat(proxy.asked()).hasSize(1);
    } finally {
      System.clearProperty("https.proxyHost");
      System.clearProperty("https.proxyPort");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "localhost | 0",
        "a.example,localhost | 0",
        "* | 0",
        "LOCALHOST:PORT | 0",
        "localhost:1 | 1",
        "host | 1",
        ".example | 1"
      })
  void hosts_of_no_proxy_are_reached_directly(String exceptions, int asked) throws IOException {
    try (Tunnel proxy = new Tunnel(server.port(), null)) {
      around.set("WXCARD_CA_FILE", server.certificate().toString());
      around.set("HTTPS_PROXY", proxy.address());
      around.set("NO_PROXY", exceptions.replace("PORT", String.valueOf(server.port())));

      assertThat(token()).isEqualTo("tls-token");
      assertThat(proxy.asked()).hasSize(asked);
    }
  }

  @Test
  void plain_requests_to_a_sandbox_never_go_through_the_proxy() throws IOException {
    try (Stub stub = new Stub(home.resolve("stub"));
        Tunnel proxy = new Tunnel(1, null)) {
      stub.around.set("HTTPS_PROXY", "not even an address " + proxy.address());
      try (WeChat weChat = stub.client()) {
        assertThat(weChat.tokens().current().value()).isEqualTo("marker-token-1");
      }
      assertThat(proxy.asked()).isEmpty();
    }
  }

  @Test
  void a_proxy_that_is_down_is_told_and_create_was_not_sent() throws IOException {
    around.set("WXCARD_CA_FILE", server.certificate().toString());
    try (Tunnel proxy = new Tunnel(server.port(), null)) {
      around.set("HTTPS_PROXY", proxy.address());
    }

    assertThat(failure().getMessage()).contains("cannot reach https://localhost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://proxy:1080", "http://", "https://me:proxy-password@proxy:1"})
  void a_proxy_of_another_kind_is_refused_without_showing_its_password(String address) {
    around.set("HTTPS_PROXY", address);

    Failure failure = failure();

    assertThat(failure.kind()).isEqualTo(FailureKind.CONFIG);
    assertThat(failure.json().toString()).doesNotContain("proxy-password");
  }

  @Test
  void a_proxy_that_asks_gets_the_password_of_its_address() throws IOException {
    assertThat(throughGuardedProxy("me:pass word")).isEqualTo("tls-token");
  }

  @Test
  void a_proxy_that_asks_and_gets_nothing_is_told() throws IOException {
    assertThat(throughGuardedProxy(null)).contains("HTTPS_PROXY", "network");
  }

  /** In a process of its own: the JDK decides about passwords for tunnels once. */
  private String throughGuardedProxy(String login) throws IOException {
    try (Tunnel proxy = new Tunnel(server.port(), "me:pass word")) {
      String user = login == null ? "" : login.replace(" ", "%20") + "@";
      Map<String, String> variables = new HashMap<>();
      variables.put("HOME", home.toString());
      variables.put("XDG_CONFIG_HOME", home.resolve("config").toString());
      variables.put("WXCARD_APPID", "wx1");
      variables.put("WXCARD_SECRET", Stub.SECRET);
      variables.put("WXCARD_API_BASE", "https://" + TlsServer.NAME);
      variables.put("WXCARD_CA_FILE", server.certificate().toString());
      variables.put("HTTPS_PROXY", "http://" + user + proxy.address());
      OtherProcess process = OtherProcess.start(variables);
      process.awaitReady();
      process.go();
      return process.output();
    }
  }

  private String token() {
    try (WeChat weChat = client()) {
      return weChat.tokens().current().value();
    }
  }

  private Failure failure() {
    try (WeChat weChat = client()) {
      Failure failure = catchThrowableOfType(Failure.class, () -> weChat.tokens().current());
      assertThat(failure).isNotNull();
      return failure;
    }
  }

  private WeChat client() {
    Settings settings = around.settings();
    return WeChat.open(
        settings.target(),
        settings.tokens(settings.target()),
        around.environment(),
        ClientOptions.usual("0").withPause(pause -> {}));
  }
}
