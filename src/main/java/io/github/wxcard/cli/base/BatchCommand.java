package io.github.wxcard.cli.base;

import io.github.wxcard.batch.CodeText;
import io.github.wxcard.batch.Work;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.output.CommandResult;
import java.util.List;
import picocli.CommandLine.Mixin;

/** A command that takes codes, a few named ones or all of a file. */
public abstract class BatchCommand extends ApiCommand {
  @Mixin public BatchOptions batch = new BatchOptions();

  @Override
  public boolean waits() {
    return batch.from != null;
  }

  @Override
  public boolean readsOn() {
    return batch.from != null;
  }

  /** A batch has connections of its own, which end with it. */
  @Override
  public CommandResult run() {
    if (batch.from == null) {
      return super.run();
    }
    try (WeChat apart = context.weChatApart()) {
      return call(apart);
    }
  }

  /** Refuses a line that names both codes and a file, or neither. */
  protected void checkSource(List<String> codes) {
    batch.check("CODE", !codes.isEmpty());
    ArgumentChecks.noneBlank("CODE", codes);
    codes.stream().filter(CodeText::holdsBlank).findFirst().ifPresent(this::refuse);
  }

  private void refuse(String code) {
    throw Failure.of(
        Kind.INPUT,
        "CODE '" + code + "' holds a blank or an invisible character, and no code does",
        "Give the code alone; several codes are several words.");
  }

  /**
   * Works through the codes and prints what comes of each as it comes.
   *
   * @param codes those on the command line; empty when a file has them
   */
  protected CommandResult work(Job job, List<String> codes, WeChat weChat, Work work) {
    BatchDesk desk = new BatchDesk(context, batch, job);
    return codes.isEmpty() ? desk.file(weChat, work) : desk.codes(codes, work);
  }
}
