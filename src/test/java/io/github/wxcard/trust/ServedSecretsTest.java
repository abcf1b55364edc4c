package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A served sandbox is sent secrets, its own and others', and shows none of them. */
@Timeout(120)
final class ServedSecretsTest {
  private static final Pattern SERVING = Pattern.compile("\"base_url\":\"([^\"]+)\".*\n");

  private static final List<String> PATHS =
      List.of("/", "/cgi-bin/token", "/card/create", "/sandbox/callback", "/no-such-path/");

  private static final String STABLE = "/cgi-bin/stable_token";
  private static final String LOGIN =
      "{\"grant_type\":\"client_credential\",\"appid\":\"%s\",\"secret\":\"%s\"}";
  private static final String CALLBACK =
      "{\"url\":\"http://127.0.0.1:9/\",\"mode\":\"safe\",\"token\":\"%s\",\"encodingAesKey\":\"%s\"}"
          .formatted(Markers.CALLBACK_TOKEN, Markers.AES_KEY);

  /** What a sandbox has no use for, and does not keep. */
  private static final List<String> OTHERS = List.of(Markers.SECRET, Markers.TOKEN);

  @TempDir Path folder;
  @TempDir Path elsewhere;

  @Test
  void a_sandbox_shows_no_secret_but_its_own_in_the_greeting() throws Exception {
    Home home = new Home(folder, "http://127.0.0.1:9");
    Path db = elsewhere.resolve("sandbox.db");
    List<String> words = List.of("sandbox", "serve", "--port", "0", "--db", db.toString());
    Search search = new Search();
    int requests;
    try (Waiting sandbox = Waiting.start(folder, words, "", SERVING)) {
      JsonNode greeting = Json.read(sandbox.out());
      String secret = greeting.path("secret").asText();
      List<String> handedOut = use(sandbox, greeting.path("appid").asText(), secret);
      for (String path : PATHS) {
        Strangers.call(sandbox, path);
      }
      requests = sandbox.requests();
      assertThat(sandbox.stop()).isZero();
      assertThat(sandbox.out()).as("nothing but the greeting").hasLineCount(1);
      assertThat(sandbox.out()).doesNotContain(handedOut);
      assertThat(sandbox.err())
          .contains("-> 40001:", "-> 40014:", "-> 47001:", "-> 40066:", "-> 403:", "***")
          .doesNotContain(secret)
          .doesNotContain(handedOut);
    }
    search.files(home);
    for (Path file : Folders.content(elsewhere)) {
      if (Files.isRegularFile(file)) {
        assertThat(Search.text(file)).as("%s", file).doesNotContain(OTHERS);
      }
    }
    Summary.write("secrets-served", search.summary("a served sandbox", requests));
  }

  /** Rightly and with what belongs elsewhere; gives back the token and the ticket that it got. */
  private static List<String> use(Waiting sandbox, String appId, String secret) throws IOException {
    String token = member("access_token", sandbox.post(STABLE, LOGIN.formatted(appId, secret)));
    String query = "?access_token=" + token;
    String getTicket = "/cgi-bin/ticket/getticket" + query + "&type=wx_card";
    String ticket = member("ticket", sandbox.get(getTicket));
    assertThat(sandbox.post("/sandbox/callback", CALLBACK)).contains("\"errcode\":0");
    sandbox.post(STABLE, LOGIN.formatted(appId, Markers.SECRET));
    for (String end : List.of("", "x", "&access_token=" + Markers.TOKEN, "%zz")) {
      sandbox.post("/card/create" + query + end, "{\"card\":{\"token\":\"" + token + "\"}}");
      sandbox.post("/card/code/consume" + query + end, "{\"code\":\"" + ticket + "\"");
      sandbox.post("/card/" + token + query + end, "secret=" + secret);
    }
    sandbox.send("GET /sandbox/status?" + secret + " HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    sandbox.send(token + secret + ticket);
    return List.of(token, ticket);
  }

  private static String member(String name, String answer) {
    Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer);
    assertThat(member.find()).as(answer).isTrue();
    return member.group(1);
  }
}
