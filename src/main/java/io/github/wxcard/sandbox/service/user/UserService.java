package io.github.wxcard.sandbox.service.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.UserDirectory;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.CodeTable.CodeStatus;
import io.github.wxcard.sandbox.store.PersonTable.Holder;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everybody the sandbox has heard of, what they have in the wallet, and who are testers. */
public final class UserService {
  private static final Set<CodeStatus> LEFT_OUT =
      EnumSet.of(CodeStatus.CONSUMED, CodeStatus.GIFT_SUCC);

  private static final int MOST_TESTERS = 10;

  private UserService() {}

  /**
   * {@code POST /card/user/getcardlist}: somebody's codes in every state but the redeemed ones, and
   * those that are another's by now.
   */
  public static ObjectNode cardList(Transaction tx, CallInput input) {
    String openid = UserDirectory.known(tx, input.need("openid", 41009)).openid();
    Optional<String> cardId = input.text("card_id");
    cardId.ifPresent(id -> CardService.existing(tx, id));
    ArrayNode list = Json.array();
    for (Code code : tx.codes().ofHolder(openid)) {
      boolean wanted = cardId.isEmpty() || cardId.get().equals(code.cardId());
      if (wanted && !LEFT_OUT.contains(code.status())) {
        list.addObject().put("code", code.code()).put("card_id", code.cardId());
      }
    }
    ObjectNode answer = Json.object();
    answer.set("card_list", list);
    answer.put("has_share_card", false);
    return answer;
  }

  /** {@code GET /sandbox/users}: {@code users}, each with name, openid and number of cards. */
  public static ObjectNode list(Transaction tx, CallInput input) {
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

  /**
   * {@code POST /card/testwhitelist/set}: replaces the whole list of those who may claim a card
   * before it is approved.
   */
  public static ObjectNode setTesters(Transaction tx, CallInput input) {
    List<String> names = input.texts("username", 40031);
    List<String> openids = input.texts("openid", 40031);
    int count = names.size() + openids.size();
    if (count > MOST_TESTERS) {
      throw new ApiException(45019, count + " testers, at most " + MOST_TESTERS + " are allowed");
    }
    tx.people().setTesters(names, openids);
    names.forEach(name -> UserDirectory.named(tx, name));
    openids.forEach(openid -> UserDirectory.withOpenid(tx, openid));
    ObjectNode answer = Json.object().put("white_list_size", count);
    openids.forEach(answer.putArray("success_openid")::add);
    names.forEach(answer.putArray("success_username")::add);
    return answer;
  }
}
