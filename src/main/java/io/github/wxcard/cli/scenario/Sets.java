package io.github.wxcard.cli.scenario;

import io.github.wxcard.cli.base.KeyValueOptions;
import io.github.wxcard.text.KeyValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code --set NAME=VALUE} of a line; a name given twice stands for two words. */
final class Sets {
  private Sets() {}

  static Map<String, List<String>> read(List<String> sets) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (KeyValue set : KeyValueOptions.all("--set", sets, "user=usr1")) {
      values.computeIfAbsent(set.key(), name -> new ArrayList<>()).add(set.value());
    }
    return values;
  }
}
