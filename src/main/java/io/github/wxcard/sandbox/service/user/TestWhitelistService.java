package io.github.wxcard.sandbox.service.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.UserDirectory;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.List;

/** The people who may claim a card before it is approved. */
public final class TestWhitelistService {
  private static final int MOST = 10;
  private static final int INVALID_LIST = 40031;

  private TestWhitelistService() {}

  /** {@code POST /card/testwhitelist/set}: replaces the whole list. */
  public static ObjectNode set(Transaction tx, CallInput input) {
    List<String> names = input.texts("username", INVALID_LIST);
    List<String> openids = input.texts("openid", INVALID_LIST);
    int count = names.size() + openids.size();
    if (count > MOST) {
      throw new ApiException(45019, count + " testers, at most " + MOST + " are allowed");
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
