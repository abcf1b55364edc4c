package io.github.wxcard.cli.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.config.Profile;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.Optional;

/** A profile as anybody may see it: whether there is a secret, never which. */
record ProfileSummary(
    String name,
    boolean current,
    String appId,
    String apiBase,
    String mpBase,
    boolean hasSecret,
    Optional<String> tokenStore)
    implements Result {
  static ProfileSummary of(Profile profile, boolean current) {
    return new ProfileSummary(
        profile.name(),
        current,
        profile.appId().orElse(""),
        profile.apiBase().orElse("https://api.weixin.qq.com"),
        profile.mpBase().orElse(""),
        profile.secret().isPresent(),
        profile.maskedTokenStore());
  }

  /** The built-in one, which nobody writes down; it has no address until it runs. */
  static ProfileSummary sandbox(boolean current) {
    String appId = ResolvedAccount.sandboxAppId();
    return new ProfileSummary(
        ResolvedAccount.SANDBOX, current, appId, "", "", true, Optional.empty());
  }

  /** One line of the list. */
  String summary() {
    return (current ? "* " : "  ") + name + "  " + (appId.isEmpty() ? "-" : appId) + "  " + place();
  }

  private String place() {
    return apiBase.isEmpty() ? "built-in sandbox" : apiBase;
  }

  @Override
  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("name", name)
            .put("current", current)
            .put("app_id", appId)
            .put("api_base", apiBase.isEmpty() ? null : apiBase)
            .put("has_secret", hasSecret);
    tokenStore.ifPresent(store -> json.put("token_store", store));
    return json;
  }

  @Override
  public void text(Page page) {
    page.line("name      " + name + (current ? " (current)" : ""));
    page.line("AppID     " + (appId.isEmpty() ? "not set" : appId));
    page.line("secret    " + (hasSecret ? "set" : "not set"));
    page.line("API base  " + place());
    if (!mpBase.isEmpty()) {
      page.line("MP base   " + mpBase);
    }
    tokenStore.ifPresent(store -> page.line("tokens    " + store));
  }
}
