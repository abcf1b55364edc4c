package io.github.wxcard.cli.base;

import io.github.wxcard.error.Failure;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Format;
import io.github.wxcard.output.Printer;
import io.github.wxcard.output.Result;

/** Prints results and failures as the options ask. */
public record PrintingPresenter(Console console) implements Presenter {
  @Override
  public void show(Result result, Globals globals) {
    new Printer(console.with(globals.color), globals.format()).result(result);
  }

  @Override
  public void failed(Failure failure, boolean json) {
    new Printer(console, json ? Format.JSON : Format.TEXT).failure(failure);
  }

  @Override
  public Presenter coloured(ColorChoice choice) {
    return choice == ColorChoice.AUTO ? this : new PrintingPresenter(console.with(choice));
  }

  @Override
  public void note(String text) {
    console.say(text);
  }
}
