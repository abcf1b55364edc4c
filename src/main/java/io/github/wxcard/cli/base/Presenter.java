package io.github.wxcard.cli.base;

import io.github.wxcard.error.Failure;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.Result;

/** Who hears of a command's end. */
public interface Presenter {
  void show(Result result, Globals globals);

  void failed(Failure failure, boolean json);

  void note(String text);

  /** The same with the colours that a command line asks for. */
  default Presenter coloured(ColorChoice choice) {
    return this;
  }

  /** Keeps quiet: the caller reads the outcome instead. */
  static Presenter silent() {
    return new Presenter() {
      @Override
      public void show(Result result, Globals globals) {}

      @Override
      public void failed(Failure failure, boolean json) {}

      @Override
      public void note(String text) {}
    };
  }
}
