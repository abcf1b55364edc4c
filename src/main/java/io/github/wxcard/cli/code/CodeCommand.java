package io.github.wxcard.cli.code;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** Codes, the single vouchers that people hold, one at a time or many at once. */
@Command(
    name = "code",
    description = {
      "Codes, the single vouchers that people hold: look up, change, make void, import.",
      "",
      "`wxcard consume` redeems a code."
    })
public final class CodeCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        CodeGetCommand.class,
        CodeDecryptCommand.class,
        CodeUpdateCommand.class,
        CodeDepositCommand.class,
        CodeCheckCommand.class,
        CodeCountCommand.class,
        CodeVoidCommand.class);
  }
}
