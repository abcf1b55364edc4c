package io.github.wxcard.sandbox.service.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.store.PersonTable.Holder;
import io.github.wxcard.sandbox.store.Tx;

/** Everybody the sandbox has heard of. */
public final class Users {
  private Users() {}

  /** {@code GET /sandbox/users}: {@code users}, each with name, openid and number of cards. */
  public static ObjectNode list(Tx tx, Input input) {
    ObjectNode answer = Json.object();
    ArrayNode users = answer.putArray("users");
    for (Holder holder : tx.people().holders()) {
      users
          .addObject()
          .put("name", holder.name())
          .put("openid", holder.openid())
          .put("cards", holder.cards());
    }
    return answer;
  }
}
