package io.github.wxcard.cli.base;

import io.github.wxcard.batch.Work;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.output.Result;
import java.util.List;
import picocli.CommandLine.Mixin;

/** A command that takes codes, a few named ones or all of a file. */
public abstract class BatchCommand<R extends Result> extends ApiCommand<R> {
  @Mixin public BatchOptions batch = new BatchOptions();

  @Override
  public boolean waits() {
    return batch.from != null;
  }

  /** Refuses a line that names both codes and a file, or neither. */
  protected void checkSource(List<String> codes) {
    batch.check("CODE", !codes.isEmpty());
    Required.words("CODE", codes);
  }

  /**
   * Works through the codes and prints what comes of each as it comes.
   *
   * @param codes those on the command line; empty when a file has them
   */
  protected void work(Job job, List<String> codes, WeChat weChat, Work work) {
    BatchDesk desk = new BatchDesk(app, batch, job);
    if (codes.isEmpty()) {
      desk.file(weChat, work);
    } else {
      desk.codes(codes, work);
    }
  }
}
