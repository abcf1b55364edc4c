package io.github.wxcard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import java.util.Arrays;

/** Member cards and their holders, as tests of them need them. */
record Members(RawSandbox raw) {
  /** The sample with changes, each POINTER=VALUE. */
  static String card(String... sets) {
    return Json.write(Samples.changed("member-card.json", sets));
  }

  /** The card and code of a claim. */
  static ObjectNode named(JsonNode claim) {
    ObjectNode body = Json.object();
    body.set("card_id", claim.path("card_id"));
    body.set("code", claim.path("code"));
    return body;
  }

  /** A body with a claim's code alone. */
  static String code(JsonNode claim) {
    return Json.write(Json.object().set("code", claim.path("code")));
  }

  /** What the merchant sees of a member. */
  JsonNode info(JsonNode claim) {
    return raw.done("/card/membercard/userinfo/get", Json.write(named(claim)));
  }

  /** A member with so many points: the claim. */
  JsonNode withBonus(int bonus, String... sets) {
    JsonNode claim = raw.claimed(card(sets), "a");
    ObjectNode body = named(claim).put("membership_number", "NO-1").put("init_bonus", bonus);
    raw.done("/card/membercard/activate", Json.write(body));
    return claim;
  }

  /** An unactivated card with a form that asks for the given fields: the claim. */
  JsonNode withForm(String form, String... sets) {
    JsonNode claim = raw.claimed(card(sets), "a");
    raw.done("/card/membercard/activateuserform/set", form(claim, form));
    return claim;
  }

  /** A form for a claim's card; its two halves in single quotes. */
  static String form(JsonNode claim, String halves) {
    ObjectNode body = (ObjectNode) Definitions.json("{" + halves.replace('\'', '"') + "}");
    return Json.write(body.put("card_id", claim.path("card_id").asText()));
  }

  /** The answer to somebody's activation; the answers in single quotes. */
  JsonNode activate(JsonNode claim, String user, String... answers) {
    ObjectNode body = named(claim).put("user", user);
    String form = String.join(",", Arrays.asList(answers)).replace('\'', '"');
    return raw.post(
        "/sandbox/activate", Json.write(body.set("form", Definitions.json("{" + form + "}"))));
  }
}
