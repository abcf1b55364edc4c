package io.github.wxcard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** A sandbox served apart from the program, that stands in for a real account. */
public final class ServedAccount implements AutoCloseable {
  private final Sandbox sandbox;
  private final HttpClient http = HttpClient.newHttpClient();

  public ServedAccount() {
    this(Optional.empty());
  }

  /** Serves the state of a file, such as the one the program's own sandbox has written. */
  public ServedAccount(Path database) {
    this(Optional.of(database));
  }

  private ServedAccount(Optional<Path> database) {
    sandbox =
        Sandbox.start(
            new SandboxOptions(
                "127.0.0.1", 0, database, Optional.empty(), Clock.systemUTC(), new SecureRandom()));
  }

  public URI base() {
    return sandbox.base();
  }

  /** Makes the account the profile {@code shop} of a config file. */
  public void configure(Path config, String secret) throws IOException {
    ObjectNode tree = Json.object().put("version", 1).put("current", "shop");
    tree.putObject("profiles")
        .putObject("shop")
        .put("appId", sandbox.appId())
        .put("secret", secret)
        .put("apiBase", base().toString());
    Files.createDirectories(config.getParent());
    Files.writeString(config, Json.write(tree));
  }

  public void configure(Path config) throws IOException {
    configure(config, sandbox.secret());
  }

  /** A user scans; the code that was handed out. */
  public String scan(String ticket, String openid) throws IOException, InterruptedException {
    ObjectNode body = Json.object().put("ticket", ticket).put("openid", openid);
    return post("/sandbox/scan", body).path("code").asText();
  }

  /** An API call as an SDK would make it, with a token of its own. */
  public JsonNode call(String path, ObjectNode body) throws IOException, InterruptedException {
    ObjectNode credentials = Json.object().put("grant_type", "client_credential");
    credentials.put("appid", sandbox.appId()).put("secret", sandbox.secret());
    String token = post("/cgi-bin/stable_token", credentials).path("access_token").asText();
    return post(path + "?access_token=" + token, body);
  }

  public JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(body)))
            .build();
    return Json.read(http.send(request, BodyHandlers.ofByteArray()).body());
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
