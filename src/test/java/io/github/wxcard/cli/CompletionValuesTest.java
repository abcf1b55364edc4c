package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.GlobalOptions;
import io.github.wxcard.cli.base.ProgramContext;
import io.github.wxcard.cli.base.Timeouts;
import io.github.wxcard.repl.CompletionSource.ValueKind;
import io.github.wxcard.repl.ResultVariables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionValuesTest {
  @TempDir Path home;

  private final ResultVariables nothing = new ResultVariables();

  private List<String> ask(Wxcard wx, ValueKind kind, boolean dryRun) {
    try (ProgramContext program =
        new ProgramContext(wx.environment(), CommandCompletionTest.silentConsole())) {
      GlobalOptions options = new GlobalOptions();
      options.sandbox = true;
      options.dryRun = dryRun;
      return new CompletionValues(
              () ->
                  new CommandContext(
                      program,
                      program.console(),
                      options,
                      Timeouts.PER_REQUEST,
                      NestedCommandRunner::new,
                      true))
          .of(kind, nothing);
    }
  }

  @Test
  void cards_of_the_account_are_offered() {
    Wxcard wx = new Wxcard(home);
    String cardId = wx.run("create", "samples/gift.json", "--sandbox").out().strip();
    assertThat(ask(wx, ValueKind.CARD_ID, false)).containsExactly(cardId);
  }

  @Test
  void a_dry_run_asks_nothing() {
    Wxcard wx = new Wxcard(home);
    wx.run("create", "samples/gift.json", "--sandbox").exits(0);
    assertThat(ask(wx, ValueKind.CARD_ID, true)).isEmpty();
  }

  @Test
  void an_account_that_cannot_be_used_offers_nothing() {
    Wxcard wx = new Wxcard(home).with("WXCARD_SANDBOX_DB", "/dev/null/no.db");
    assertThat(ask(wx, ValueKind.CARD_ID, false)).isEmpty();
  }
}
