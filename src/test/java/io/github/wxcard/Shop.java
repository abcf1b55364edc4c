package io.github.wxcard;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sandbox of its own with cards in it, and a customer who may claim them. */
public final class Shop {
  public static final String CUSTOMER = "customer";

  private final Wxcard wx;

  public Shop(Path home) {
    wx = new Wxcard(home).with("WXCARD_PROFILE", "sandbox");
    wx.run("whitelist", "--username", CUSTOMER).exits(0);
  }

  public Wxcard wx() {
    return wx;
  }

  /** Runs a line whose words hold no blanks. */
  public Run run(String line) {
    return wx.run(line.split(" ", -1));
  }

  /** A coupon, changed by {@code POINTER=VALUE} as {@code create --set} takes them. */
  public String card(String... sets) {
    List<String> words = new ArrayList<>(List.of("create", "samples/groupon.json"));
    for (String set : sets) {
      words.addAll(List.of("--set", set));
    }
    return wx.run(words.toArray(String[]::new)).exits(0).out().strip();
  }

  /** The customer claims a card: {@code card_id, code, openid}. */
  public JsonNode claim(String cardId) {
    return claimed("qrcode " + cardId);
  }

  /** The same with a code of the merchant's making. */
  public JsonNode claim(String cardId, String code) {
    return claimed("qrcode " + cardId + " --code " + code);
  }

  /** {@code base_info} of the coupon as WeChat would show it. */
  public JsonNode base(String cardId) {
    return run("card get " + cardId + " --json").exits(0).json().at("/groupon/base_info");
  }

  /** The paths of the calls so far, the oldest first. */
  public List<String> calls() {
    return run("sandbox journal --json").exits(0).json().findValuesAsText("path");
  }

  /** How often a path was called. */
  public long calls(String path) {
    return calls().stream().filter(path::equals).count();
  }

  /** A merchant's program beside the command line, which calls the API by itself. */
  public JsonNode create(ServedAccount account) throws Exception {
    JsonNode body = Json.read(Files.readAllBytes(Path.of("samples/groupon.json")));
    return account.call("/card/create", body.deepCopy());
  }

  private JsonNode claimed(String qrcode) {
    String url = run(qrcode + " --jq .url").exits(0).out().strip();
    return wx.run("sandbox", "scan", url, "--as", CUSTOMER, "--json").exits(0).json();
  }
}
