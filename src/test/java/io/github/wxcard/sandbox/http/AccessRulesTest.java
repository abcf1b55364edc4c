package io.github.wxcard.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.sandbox.http.AccessRules.Caller;
import io.github.wxcard.sandbox.http.AccessRules.Part;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is answered: by the name that was asked for, by the page that asks, by the machine. */
final class AccessRulesTest {
  private static final AccessRules PLAIN = AccessRules.LOCAL;
  private static final AccessRules NAMED =
      new AccessRules(
          Optional.of(URI.create("https://Cards.example:8443/sandbox")),
          Set.of("sandbox.example", "Other.Example."),
          Optional.of("s3cret"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.1:8900",
        "127.0.0.1.",
        "10.1.2.3:80",
        "192.168.0.7",
        "2130706433",
        "127.1",
        "[::1]",
        "[::1]:8900",
        "[FE80::1%25eth0]:8900",
        "[::ffff:10.0.0.1]",
        "localhost",
        "LocalHost:8900",
        "localhost.",
        "shop.localhost",
        "wxcard-sandbox",
        "wxcard_sandbox:8900",
        "SANDBOX",
        "sandbox:",
        " sandbox ",
      })
  void addresses_and_names_that_no_stranger_can_own_are_served(String host) {
    for (Part part : Part.values()) {
      assertThat(PLAIN.objection(caller(host), part)).as(host).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.example",
        "shop.example:8900",
        "SHOP.EXAMPLE.",
        "127.0.0.1.shop.example",
        "127.shop",
        "127.0.0.1.nip.io",
        "localhost.shop.example",
        "xlocalhost.example",
        "sandbox.",
        "com.",
        "[::1].shop.example",
        "[shop.example]",
        "[::1",
        "::1",
        "localhost:8900:1",
        "localhost:x",
        "user@localhost",
        "localhost@shop.example",
        "localhost/shop.example",
        "",
        ":8900",
        "localhost, shop.example",
        "sandbox.example",
      })
  void other_names_are_refused_with_what_to_do(String host) {
    for (Part part : Part.values()) {
      assertThat(PLAIN.objection(caller(host), part).orElse(""))
          .as("%s %s", host, part)
          .contains("Host header", "--allow-host", "--public-url");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sandbox.example",
        "SANDBOX.example:8900",
        "sandbox.example.",
        "cards.example:8443",
        "cards.example",
        "other.example"
      })
  void a_name_that_was_allowed_is_served(String host) {
    assertThat(NAMED.objection(caller(host), Part.API)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.sandbox.example", "sandbox.example.x", "sandboxxexample.y"})
  void what_only_looks_like_it_is_not(String host) {
    assertThat(NAMED.objection(caller(host), Part.API)).isPresent();
  }

  @Test
  void a_caller_that_names_no_host_is_no_browser() {
    assertThat(PLAIN.objection(caller(null), Part.CONTROLS)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"API", "CONTROLS"})
  void a_page_of_another_site_is_refused(Part part) {
    for (String origin :
        new String[] {
          "https://shop.example", "null", "http://localhost", "http://localhost:1", ""
        }) {
      assertThat(
              PLAIN.objection(new Caller("localhost:8900", origin, null, null, false, false), part))
          .as(origin)
          .isPresent();
    }
    for (String site : new String[] {"cross-site", "same-site", "", "x"}) {
      assertThat(
              PLAIN.objection(new Caller("localhost:8900", null, site, null, false, false), part))
          .as(site)
          .isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_sandboxs_own_pages_are_served(Part part) {
    Caller own =
        new Caller("localhost:8900", "http://LOCALHOST:8900", "same-origin", null, false, false);
    Caller proxied =
        new Caller(
            "127.0.0.1:8900", "https://cards.example:8443", "same-origin", null, false, false);

    assertThat(PLAIN.objection(own, part)).isEmpty();
    assertThat(PLAIN.objection(proxied, part).isPresent()).isEqualTo(part != Part.PAGE);
    assertThat(NAMED.objection(proxied, part)).isEmpty();
  }

  @Test
  void from_other_machines_the_controls_want_the_token_and_nothing_else_does() {
    assertThat(NAMED.objection(elsewhere(null), Part.API)).isEmpty();
    assertThat(NAMED.objection(elsewhere(null), Part.PAGE)).isEmpty();
    for (String wrong : new String[] {null, "", "s3cre", "S3CRET", "s3cret2"}) {
      assertThat(NAMED.objection(elsewhere(wrong), Part.CONTROLS).orElse(""))
          .contains("X-Wxcard-Token", "WXCARD_SANDBOX_TOKEN");
    }
    assertThat(NAMED.objection(elsewhere("s3cret"), Part.CONTROLS)).isEmpty();
  }

  @Test
  void a_sandbox_without_a_token_lets_nobody_from_elsewhere_at_its_controls() {
    assertThat(PLAIN.objection(elsewhere(""), Part.CONTROLS)).isPresent();
    assertThat(PLAIN.objection(elsewhere("null"), Part.CONTROLS)).isPresent();
    assertThat(PLAIN.holdsToken(elsewhere("x"))).isFalse();
  }

  @Test
  void a_proxy_on_this_machine_speaks_for_callers_on_others_where_there_is_a_token() {
    Caller without = new Caller("localhost", null, null, null, false, true);
    Caller with = new Caller("localhost", null, null, "s3cret", false, true);

    assertThat(NAMED.objection(without, Part.CONTROLS).orElse("")).contains("X-Wxcard-Token");
    assertThat(NAMED.objection(without, Part.API)).isEmpty();
    assertThat(NAMED.objection(with, Part.CONTROLS)).isEmpty();
    assertThat(PLAIN.objection(without, Part.CONTROLS)).isEmpty();
  }

  private static Caller caller(String host) {
    return new Caller(host, null, null, null, false, false);
  }

  private static Caller elsewhere(String token) {
    return new Caller("10.0.0.1:8900", null, null, token, true, false);
  }
}
