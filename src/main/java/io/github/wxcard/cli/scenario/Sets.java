package io.github.wxcard.cli.scenario;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code --set NAME=VALUE} of a line; a name given twice stands for two words. */
final class Sets {
  private Sets() {}

  static Map<String, List<String>> read(List<String> sets) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String set : sets) {
      int equals = set.indexOf('=');
      if (equals < 1) {
        throw Failure.of(
            Kind.USAGE, "--set " + set + " is not NAME=VALUE", "Write it like --set user=usr1.");
      }
      values
          .computeIfAbsent(set.substring(0, equals), name -> new ArrayList<>())
          .add(set.substring(equals + 1));
    }
    return values;
  }
}
