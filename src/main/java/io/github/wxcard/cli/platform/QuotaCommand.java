package io.github.wxcard.cli.platform;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** How often the account may call. */
@Command(name = "quota", description = "The daily counters of the account's calls.")
public final class QuotaCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(QuotaClearCommand.class);
  }
}
