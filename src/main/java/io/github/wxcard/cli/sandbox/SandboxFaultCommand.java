package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;

/** Trouble on order. */
@Command(
    name = "fault",
    description = {
      "Make the sandbox's API fail as a busy network or platform does, and limit its calls.",
      "",
      "Faults are part of the state: whoever uses the same database meets them, at once. They",
      "never befall the sandbox's own paths under /sandbox/."
    })
final class SandboxFaultCommand implements CommandGroup {
  private static final Set<String> IN_FRONT = Set.of("id", "path");

  @Override
  public List<Class<?>> verbs() {
    return List.of(
        SandboxFaultAddCommand.class,
        SandboxFaultListCommand.class,
        SandboxFaultClearCommand.class);
  }

  /** A fault in one line: id, path, and its other members in the words of the options. */
  static String line(JsonNode fault) {
    StringBuilder line = new StringBuilder(fault.path("id").asText());
    line.append(' ').append(fault.path("path").asText("all"));
    for (Map.Entry<String, JsonNode> member : fault.properties()) {
      if (!IN_FRONT.contains(member.getKey())) {
        line.append(' ').append(word(member.getKey(), member.getValue()));
      }
    }
    return line.toString();
  }

  private static String word(String name, JsonNode value) {
    if (name.equals("delay_ms")) {
      return "delay " + value.asText() + "ms";
    }
    String word = name.replace('_', '-');
    return value.isBoolean() ? word : word + " " + value.asText();
  }
}
