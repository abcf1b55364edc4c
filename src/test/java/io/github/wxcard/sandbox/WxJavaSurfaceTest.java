package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import me.chanjar.weixin.mp.api.WxMpCardService;
import me.chanjar.weixin.mp.api.WxMpMemberCardService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever WxJava's two card services can ask for, the sandbox answers as they expect it. */
final class WxJavaSurfaceTest {
  private static final Map<Class<?>, Map<String, WxJava.Scenario>> SCENARIOS =
      Map.of(
          WxMpCardService.class,
          joined(WxJavaCardCalls.SCENARIOS, WxJavaCodeCalls.SCENARIOS),
          WxMpMemberCardService.class,
          joined(WxJavaMemberCalls.SCENARIOS, WxJavaFormCalls.SCENARIOS));

  /** What cannot come back, and why. Its scenario expects the exception. */
  private static final Map<String, String> NEVER_RETURNS =
      Map.of(
          "markCardCode(String, String, String, boolean)",
          "WeChat has withdrawn the call together with friends' coupons");

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void every_method_is_played_to_its_end_or_named_with_the_reason(String signature, Method method)
      throws Exception {
    WxJava.Scenario scenario = SCENARIOS.get(method.getDeclaringClass()).get(signature);
    assertThat(scenario).as("a scenario for %s", method).isNotNull();

    try (RawSandbox raw = RawSandbox.inMemory()) {
      WxJava wxJava = new WxJava(raw);
      scenario.play(wxJava);

      assertThat(wxJava.returned().contains(method))
          .as("%s came back; reason against it: %s", method, NEVER_RETURNS.get(signature))
          .isNotEqualTo(NEVER_RETURNS.containsKey(signature));
    }
  }

  @Test
  void no_scenario_or_reason_is_for_a_method_that_does_not_exist() {
    for (Class<?> service : SCENARIOS.keySet()) {
      assertThat(signatures(service)).containsAll(SCENARIOS.get(service).keySet());
    }
    assertThat(SCENARIOS.keySet().stream().flatMap(service -> signatures(service).stream()))
        .containsAll(NEVER_RETURNS.keySet());
  }

  static Stream<Arguments> methods() {
    return SCENARIOS.keySet().stream()
        .flatMap(service -> Arrays.stream(service.getMethods()))
        .map(method -> Arguments.of(WxJava.signature(method), method));
  }

  private static Map<String, WxJava.Scenario> joined(
      Map<String, WxJava.Scenario> some, Map<String, WxJava.Scenario> others) {
    Map<String, WxJava.Scenario> all = new HashMap<>(some);
    all.putAll(others);
    return Map.copyOf(all);
  }

  private static List<String> signatures(Class<?> service) {
    return Arrays.stream(service.getMethods()).map(WxJava::signature).toList();
  }
}
