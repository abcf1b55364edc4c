package io.github.wxcard.cli.sandbox;

import io.github.wxcard.config.Environment;
import io.github.wxcard.sandbox.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a command beside a sandbox finds in its environment: this process's, and the sandbox. */
final class ChildEnvironment {
  /** What stands for an account, or for what belongs to one. */
  private static final List<String> TAKEN_OUT = List.of("WXCARD_PROFILE", "WXCARD_TOKEN_STORE");

  /** The launcher keeps under names that begin so what it takes out or changes for the JVM. */
  private static final String GIVEN = "WXCARD_GIVEN_";

  private final Environment environment;
  private final Sandbox sandbox;

  ChildEnvironment(Environment environment, Sandbox sandbox) {
    this.environment = environment;
    this.sandbox = sandbox;
  }

  ProcessBuilder command(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(environment.workingFolder().toFile());
    Map<String, String> variables = builder.environment();
    if (!variables.equals(environment.variables())) {
      variables.clear();
      variables.putAll(environment.variables());
    }
    giveBack(variables);
    variables.keySet().removeAll(TAKEN_OUT);
    String base = sandbox.base().toString();
    variables.put("WXCARD_API_BASE", base);
    variables.put("WXCARD_SANDBOX_URL", base);
    variables.put("WXCARD_APPID", sandbox.appId());
    variables.put("WXCARD_SECRET", sandbox.secret());
    return builder;
  }

  private static void giveBack(Map<String, String> variables) {
    Map<String, String> given = new HashMap<>(variables);
    given.keySet().removeIf(name -> !name.startsWith(GIVEN));
    given.forEach(
        (name, value) -> {
          variables.remove(name);
          String own = name.substring(GIVEN.length());
          if (value.isEmpty()) {
            variables.remove(own);
          } else {
            variables.put(own, value);
          }
        });
  }
}
