package io.github.wxcard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String LOCAL = "http://127.0.0.1:9";

  @TempDir Path home;
  private Surroundings around;

  @BeforeEach
  void surround() {
    around = new Surroundings(home);
  }

  @Test
  void nothing_configured_means_the_built_in_sandbox_and_one_line_says_so() {
    Settings settings = around.settings();

    assertThat(settings.target().builtIn()).isTrue();
    assertThat(settings.target()).isSameAs(settings.target());
    assertThat(around.notices).singleElement().asString().contains("built-in sandbox");
  }

  @Test
  void nothing_configured_under_ci_is_a_failure_that_names_both_ways_out() {
    around.set("CI", "true");

    Failure failure = failure(around.settings());

    assertThat(failure.kind()).isEqualTo(FailureKind.CONFIG);
    assertThat(failure.fix().orElseThrow()).contains("--sandbox", "wxcard login");
  }

  @Test
  void what_a_sandbox_run_wrote_does_not_count_as_configured() {
    ResolvedAccount sandbox = around.settings(null, true).target();
    ResolvedAccount running = sandbox.at(URI.create("http://127.0.0.1:4711"), "abc");
    around.settings().testers(running).set(new RememberedTesters.Names(List.of("usr1"), List.of()));
    around.set("CI", "true");

    assertThat(around.file().path()).exists();
    assertThat(failure(around.settings()).kind()).isEqualTo(FailureKind.CONFIG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sandbox", "--profile", "WXCARD_PROFILE"})
  void the_sandbox_ignores_whatever_real_account_is_around(String how) {
    profiles().save(Surroundings.profile("shop", "wxreal", null));
    around.set("WXCARD_APPID", "wxreal").set("WXCARD_SECRET", "s");
    around.set("WXCARD_API_BASE", "https://api.weixin.qq.com").set("WXCARD_PROFILE", "shop");
    if (how.equals("WXCARD_PROFILE")) {
      around.set("WXCARD_PROFILE", "sandbox");
    }
    String profile = how.equals("--profile") ? "sandbox" : null;

    ResolvedAccount target = around.settings(profile, how.equals("--sandbox")).target();

    assertThat(target.builtIn()).isTrue();
    assertThat(target.appId()).isEqualTo("wx5a4db0c0000c0de1");
    assertThat(target.origins()).containsEntry("profile", how);
  }

  @Test
  void the_environment_outranks_the_profile() {
    profiles().save(Surroundings.profile("shop", "wxshop", LOCAL));
    around.set("WXCARD_APPID", "wxenv").set("WXCARD_SECRET", "secret");
    around.set("WXCARD_API_BASE", "http://localhost:10/");

    ResolvedAccount target = around.settings().target();

    assertThat(target.cacheKey()).isEqualTo("wxenv@http://localhost:10");
    assertThat(target.secret()).isEqualTo("secret");
    assertThat(target.origins()).containsEntry("appId", "WXCARD_APPID");
    assertThat(target.origins()).containsEntry("apiBase", "WXCARD_API_BASE");
    assertThat(around.notices).singleElement().asString().contains("instead of profile shop");
  }

  @Test
  void what_belongs_to_the_profiles_account_is_left_out_for_another_one() {
    around
        .file()
        .update(
            tree ->
                tree.withObject("/profiles/shop")
                    .put("appId", "wxshop")
                    .put("secret", "s")
                    .put("mpBase", "https://mp.example")
                    .put("tokenStore", "redis://cache"));
    assertThat(around.settings().target().tokenStore()).isPresent();
    around.set("WXCARD_APPID", "wxenv").set("WXCARD_SECRET", "secret");
    around.set("WXCARD_API_BASE", LOCAL);

    ResolvedAccount target = around.settings().target();

    assertThat(target.tokenStore()).isEmpty();
    assertThat(target.mpBase()).isEqualTo(URI.create(LOCAL));
    around.set("WXCARD_TOKEN_STORE", "redis://own");
    assertThat(around.settings().target().tokenStore().orElseThrow().host()).isEqualTo("own");
  }

  @Test
  void the_option_outranks_the_variable_and_that_the_current_profile() {
    profiles().save(Surroundings.profile("a", "wxa", null));
    profiles().save(Surroundings.profile("b", "wxb", null));
    profiles().save(Surroundings.profile("c", "wxc", null));
    assertThat(around.settings().target().appId()).isEqualTo("wxc");
    around.set("WXCARD_PROFILE", "b");
    assertThat(around.settings().target().appId()).isEqualTo("wxb");
    assertThat(around.settings("a", false).target().appId()).isEqualTo("wxa");
  }

  @Test
  void an_app_id_never_goes_out_with_another_ones_secret() {
    profiles().save(Surroundings.profile("shop", "wxshop", null));
    around.set("WXCARD_APPID", "wxother");

    assertThat(failure(around.settings()).getMessage()).contains("wxother", "wxshop");
  }

  @Test
  void a_secret_from_the_environment_completes_a_profile() {
    profiles()
        .save(
            new Profile(
                "shop",
                Optional.of("wxshop"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(failure(around.settings()).getMessage()).contains("secret");

    around.set("WXCARD_SECRET", "from-env");

    assertThat(around.settings().target().secret()).isEqualTo("from-env");
  }

  @Test
  void wechats_hosts_are_the_default_and_other_hosts_show_their_own_images() {
    profiles().save(Surroundings.profile("shop", "wxshop", null));
    assertThat(around.settings().target().apiBase()).hasToString("https://api.weixin.qq.com");
    assertThat(around.settings().target().mpBase()).hasToString("https://mp.weixin.qq.com");

    around.set("WXCARD_API_BASE", LOCAL);

    assertThat(around.settings().target().mpBase()).hasToString(LOCAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api2", "sh.api", "sz.api", "hk.api", "API2"})
  void wechats_other_hosts_are_wechat_too(String name) {
    profiles().save(Surroundings.profile("shop", "wxshop", null));
    around.set("WXCARD_API_BASE", "https://" + name + ".weixin.qq.com");

    ResolvedAccount target = around.settings().target();

    assertThat(target.mpBase()).hasToString("https://mp.weixin.qq.com");
    assertThat(target.hasAlias(URI.create("https://api.weixin.qq.com/card/get"))).isTrue();
    assertThat(target.hasAlias(URI.create("http://api.weixin.qq.com/card/get"))).isFalse();
    assertThat(target.hasAlias(URI.create("https://api.weixin.qq.com:444/card/get"))).isFalse();
    assertThat(target.hasAlias(URI.create("https://example.com/card/get"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.weixin.qq.com",
        "http://127.evil.example",
        "http://127.999.1.1",
        "http://localhost.evil.example",
        "http://10.0.0.1:8900",
        "ftp://127.0.0.1",
        "api.weixin.qq.com",
        "https://user:pw@api.weixin.qq.com",
        "https://api.weixin.qq.com?x=1",
        "https://",
        "http://127.0.0.1:70000",
        "not an address"
      })
  void a_base_address_that_is_none_or_would_leak_the_secret_is_refused(String base) {
    around.set("WXCARD_APPID", "wx1").set("WXCARD_SECRET", "s").set("WXCARD_API_BASE", base);

    Failure failure = failure(around.settings());

    assertThat(failure.kind()).isEqualTo(FailureKind.CONFIG);
    assertThat(failure.getMessage()).contains("WXCARD_API_BASE").doesNotContain("pw@");
  }

  @ParameterizedTest
  @ValueSource(strings = {LOCAL, "http://localhost:1", "http://[::1]:1", "https://gw.example/wx"})
  void loopback_may_be_plain_and_every_other_host_must_be_https(String base) {
    around.set("WXCARD_APPID", "wx1").set("WXCARD_SECRET", "s").set("WXCARD_API_BASE", base);

    assertThat(around.settings().target().apiBase()).hasToString(base);
  }

  @Test
  void a_local_sandbox_needs_nothing_but_its_address() {
    around.set("WXCARD_API_BASE", LOCAL);

    ResolvedAccount target = around.settings().target();

    assertThat(target.builtIn()).isFalse();
    assertThat(target.appId()).isEqualTo("wx5a4db0c0000c0de1");
  }

  @Test
  void a_half_configured_account_is_never_the_sandbox() {
    around.set("WXCARD_SECRET", "s");

    assertThat(failure(around.settings()).getMessage())
        .isEqualTo("no AppID is set: WXCARD_APPID is empty");
  }

  @Test
  void an_unknown_profile_is_a_failure_that_lists_the_known_ones() {
    profiles().save(Surroundings.profile("shop", "wx1", null));

    assertThat(failure(around.settings("shpo", false)).fix().orElseThrow()).contains("shop");
  }

  @Test
  void the_only_profile_is_used_without_being_current() {
    around.file().update(tree -> tree.putObject("profiles").putObject("shop").put("appId", "wx1"));
    around.set("WXCARD_SECRET", "s");

    assertThat(around.settings().target().profile()).isEqualTo("shop");
  }

  @Test
  void a_setting_of_the_wrong_kind_is_named_by_its_pointer() {
    around.file().update(tree -> tree.putObject("profiles").putObject("shop").put("appId", 5));

    assertThat(failure(around.settings()).getMessage()).contains("/profiles/shop/appId");
  }

  @Test
  void the_file_is_where_the_option_says_then_the_variable_then_the_xdg_folder() {
    around.set("XDG_CONFIG_HOME", home.resolve("xdg").toString());
    assertThat(around.settings().file().path()).isEqualTo(home.resolve("xdg/wxcard/config.json"));
    around.set("WXCARD_CONFIG", "here.json");
    assertThat(around.settings().file().path()).isEqualTo(home.resolve("here.json"));
    AccountSelection option =
        new AccountSelection(Optional.empty(), false, Optional.of(home.resolve("there.json")));
    assertThat(new Settings(around.environment(), option, text -> {}).file().path())
        .isEqualTo(home.resolve("there.json"));
  }

  @Test
  void removing_a_profile_forgets_its_tokens_unless_another_one_shares_the_account() {
    profiles().save(Surroundings.profile("one", "wxa", null));
    profiles().save(Surroundings.profile("two", "wxa", null));
    around
        .file()
        .update(
            tree ->
                tree.putObject("cache")
                    .putObject("wxa@https://api.weixin.qq.com")
                    .putObject("access_token"));

    profiles().remove("one");
    assertThat(around.file().read().path("cache")).hasSize(1);
    profiles().remove("two");
    assertThat(around.file().read().path("cache")).isEmpty();
    assertThat(profiles().current()).isEmpty();
  }

  @Test
  void the_whitelist_is_remembered_with_the_profile_it_was_set_for() {
    profiles().save(Surroundings.profile("shop", "wxshop", null));
    var names = new RememberedTesters.Names(List.of("usr1", "usr2"), List.of("o1"));
    Settings settings = around.settings();

    settings.testers(settings.target()).set(names);

    assertThat(settings.testers(settings.target()).get()).isEqualTo(names);
    assertThat(around.file().read().at("/profiles/shop/whitelist/username")).hasSize(2);
    around.set("WXCARD_APPID", "wxother").set("WXCARD_SECRET", "s");
    Settings other = around.settings();
    assertThat(other.testers(other.target()).get().usernames()).isEmpty();
  }

  @Test
  void nothing_that_is_printed_by_accident_holds_the_secret() {
    profiles().save(Surroundings.profile("shop", "wxshop", null));

    assertThat(around.settings().target().toString()).doesNotContain("secret-of");
    assertThat(profiles().all().toString()).doesNotContain("secret-of");
  }

  private Profiles profiles() {
    return new Profiles(around.file());
  }

  private static Failure failure(Settings settings) {
    Failure failure = catchThrowableOfType(Failure.class, settings::target);
    assertThat(failure).isNotNull();
    return failure;
  }
}
