package io.github.wxcard.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.CredentialFlaw;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts an account together from the environment, a profile and the defaults, in that order. */
final class AccountResolver {
  private static final List<String> VARIABLES =
      List.of("WXCARD_APPID", "WXCARD_SECRET", "WXCARD_API_BASE");

  /** What stands for a profile when none is chosen. */
  private static final String NO_PROFILE = "environment";

  private final Environment environment;
  private final Consumer<String> notices;

  AccountResolver(Environment environment, Consumer<String> notices) {
    this.environment = environment;
    this.notices = notices;
  }

  static boolean describesNothing(Environment environment) {
    return VARIABLES.stream().noneMatch(name -> environment.variable(name).isPresent());
  }

  /** Whether AppID and secret are both there, so that no profile is needed. */
  static boolean describesAccount(Environment environment) {
    return environment.variable("WXCARD_APPID").isPresent()
        && environment.variable("WXCARD_SECRET").isPresent();
  }

  ResolvedAccount from(ObjectNode tree, ResolvedSetting chosen) {
    Profile profile = profile(tree, chosen);
    String written = "profile " + profile.name();
    ResolvedSetting base =
        ResolvedSetting.first(
            ResolvedSetting.variable(environment, "WXCARD_API_BASE"),
            ResolvedSetting.of(profile.apiBase(), written),
            new ResolvedSetting(BaseAddress.WECHAT_API.toString(), "default"));
    ResolvedSetting appId =
        ResolvedSetting.first(
            ResolvedSetting.variable(environment, "WXCARD_APPID"),
            ResolvedSetting.of(profile.appId(), written));
    ResolvedSetting secret =
        ResolvedSetting.first(
            ResolvedSetting.variable(environment, "WXCARD_SECRET"),
            ResolvedSetting.of(profile.secret(), written));
    boolean knownToAll =
        !appId.absent()
            && !secret.absent()
            && ResolvedAccount.isKnownToAll(appId.value(), secret.value());
    URI apiBase = BaseAddress.parse(base.value(), base.origin(), knownToAll);
    if (appId.absent() && secret.absent() && BaseAddress.isLoopback(apiBase)) {
      ResolvedAccount sandbox = ResolvedAccount.sandbox(chosen.origin());
      appId = new ResolvedSetting(sandbox.appId(), "default of a local sandbox");
      secret = new ResolvedSetting(sandbox.secret(), "default of a local sandbox");
    }
    checkPair(appId, secret, profile);
    checkWhole("AppID", appId);
    checkWhole("secret", secret);
    // What belongs to the profile's account is of no use to another one.
    boolean another = isAnother(appId, profile);
    ResolvedSetting mp =
        ResolvedSetting.first(
            ResolvedSetting.of(profile.mpBase().filter(address -> !another), written),
            new ResolvedSetting(BaseAddress.mp(apiBase).toString(), "goes with the base address"));
    Map<String, String> origins = new LinkedHashMap<>();
    origins.put("profile", chosen.origin());
    origins.put("appId", appId.origin());
    origins.put("secret", secret.origin());
    origins.put("apiBase", base.origin());
    origins.put("mpBase", mp.origin());
    return new ResolvedAccount(
        profile.name(),
        false,
        appId.value(),
        secret.value(),
        apiBase,
        BaseAddress.parse(mp.value(), mp.origin(), knownToAll),
        ResolvedAccount.cacheKey(appId.value(), apiBase),
        tokenStore(profile.tokenStore().filter(store -> !another), written),
        origins);
  }

  private Optional<TokenStoreAddress> tokenStore(Optional<String> profiles, String written) {
    ResolvedSetting store =
        ResolvedSetting.first(
            ResolvedSetting.variable(environment, "WXCARD_TOKEN_STORE"),
            ResolvedSetting.of(profiles, written));
    return store.absent()
        ? Optional.empty()
        : Optional.of(TokenStoreAddress.parse(store.value(), store.origin()));
  }

  private static Profile profile(ObjectNode tree, ResolvedSetting chosen) {
    if (chosen.absent() || chosen.is(ResolvedAccount.SANDBOX)) {
      Optional<String> none = Optional.empty();
      return new Profile(NO_PROFILE, none, none, none, none, none);
    }
    return Profiles.named(tree, chosen.value());
  }

  private static boolean isAnother(ResolvedSetting appId, Profile profile) {
    return profile.appId().filter(id -> !id.equals(appId.value())).isPresent();
  }

  /** An AppID never goes out with the secret of another one. */
  private void checkPair(ResolvedSetting appId, ResolvedSetting secret, Profile profile) {
    if (appId.absent()) {
      throw missing("AppID", "WXCARD_APPID", profile);
    }
    if (secret.absent()) {
      throw missing("secret", "WXCARD_SECRET", profile);
    }
    boolean another = isAnother(appId, profile);
    if (another && !secret.origin().equals("WXCARD_SECRET")) {
      throw Failure.of(
          FailureKind.CONFIG,
          "WXCARD_APPID is "
              + appId.value()
              + ", but the only secret known is that of "
              + profile.appId().orElseThrow()
              + " (profile "
              + profile.name()
              + ")",
          "Set WXCARD_SECRET too, or unset WXCARD_APPID.");
    }
    if (another) {
      notices.accept(
          "Using the account of WXCARD_APPID and WXCARD_SECRET instead of profile "
              + profile.name()
              + "'s.");
    }
  }

  /** What was copied along with a credential is told before WeChat refuses all of it. */
  private static void checkWhole(String what, ResolvedSetting setting) {
    CredentialFlaw.in(setting.value())
        .ifPresent(
            flaw -> {
              boolean variable = setting.origin().startsWith("WXCARD_");
              throw Failure.of(
                  FailureKind.CONFIG,
                  (variable ? setting.origin() : "the " + what + " of " + setting.origin())
                      + " "
                      + flaw,
                  variable
                      ? "Set it again without; in a shell, $(cat FILE) drops the last line break."
                      : "Correct it in the config file, or write it again with `wxcard login`.");
            });
  }

  private static Failure missing(String what, String variable, Profile profile) {
    return Failure.of(
        FailureKind.CONFIG,
        "no "
            + what
            + " is set: "
            + variable
            + " is empty"
            + (profile.name().equals(NO_PROFILE)
                ? ""
                : ", and profile " + profile.name() + " has none"),
        "Run `wxcard login`, or set WXCARD_APPID and WXCARD_SECRET; --sandbox needs neither.");
  }
}
