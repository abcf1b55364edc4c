package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.service.code.CodeService;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.MemberTable.Member;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Optional;

/** What the merchant sees of a member. */
public final class MemberInfoService {
  private static final String SEX = "USER_FORM_INFO_FLAG_SEX";

  private MemberInfoService() {}

  /** {@code POST /card/membercard/userinfo/get}: who holds a member card, activated or not. */
  public static ObjectNode get(Transaction tx, CallInput input) {
    Code code = code(tx, input);
    JsonNode card = HeldCodes.checkType(tx, code.cardId(), Membership.TYPE).definition();
    Optional<Member> known = tx.members().find(code.code(), code.cardId());
    Optional<Member> member = known.filter(MemberInfoService::wasActivated);
    ObjectNode answer = Json.object();
    answer.put("openid", code.openid());
    answer.put("nickname", tx.people().byOpenid(code.openid()).map(Person::name).orElse(""));
    answer.put("membership_number", member.map(Member::membershipNumber).orElse(""));
    answer.put("bonus", member.map(Member::bonus).orElse(0L));
    member.ifPresent(each -> answer.put("balance", each.balance()));
    answer.put("sex", sex(known.map(Member::form).orElseGet(Json::object)));
    member.ifPresent(each -> showAnswers(card, each, answer));
    answer.put("user_card_status", CodeService.statusNow(tx, code).name());
    answer.put("has_active", member.filter(Member::isActive).isPresent());
    return answer;
  }

  /** What was taken back from a member goes on to be shown. */
  private static boolean wasActivated(Member member) {
    return member.isActive() || !member.membershipNumber().isEmpty();
  }

  /** A card that activates itself asks nothing, and there is no {@code user_info} then. */
  private static void showAnswers(JsonNode card, Member member, ObjectNode answer) {
    ObjectNode info = FormAnswers.complete(member.form());
    MemberDetails.show(card, member.details(), info);
    boolean empty = info.findValue("name") == null;
    if (!empty || !card.path("auto_activate").asBoolean()) {
      answer.set("user_info", info);
    }
  }

  /** Unlike everywhere else a code that was given away is shown too. */
  private static Code code(Transaction tx, CallInput input) {
    String text = input.need("code", 41013);
    Optional<String> cardId = input.text("card_id");
    return tx.codes().withText(text).stream()
        .filter(code -> cardId.map(code.cardId()::equals).orElseGet(() -> !code.merchant()))
        .findFirst()
        .orElseThrow(() -> new ApiException(40056, "nobody holds this code"));
  }

  /** A sandbox's users have none but the one they wrote into the form. */
  private static String sex(JsonNode info) {
    for (JsonNode answer : info.path("common_field_list")) {
      if (answer.path("name").asText().equals(SEX)) {
        return switch (answer.path("value").asText()) {
          case "男", "MALE" -> "MALE";
          case "女", "FEMALE" -> "FEMALE";
          default -> "";
        };
      }
    }
    return "";
  }
}
