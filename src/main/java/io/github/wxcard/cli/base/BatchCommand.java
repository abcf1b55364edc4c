package io.github.wxcard.cli.base;

import io.github.wxcard.batch.BatchTask;
import io.github.wxcard.batch.CodeSyntax;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.output.Result;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** A command that takes codes, a few named ones or all of a file. */
public abstract class BatchCommand<R extends Result> extends ApiCommand<R> {
  @Mixin public BatchOptions batch = new BatchOptions();

  private Optional<RequestsNotSent> keptBack = Optional.empty();

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
  public R run() {
    if (batch.from == null) {
      return super.run();
    }
    try (WeChat apart = app.weChatApart()) {
      return call(apart);
    }
  }

  @Override
  public Optional<RequestsNotSent> keptBack() {
    return keptBack.or(super::keptBack);
  }

  /** Refuses a line that names both codes and a file, or neither. */
  protected void checkSource(List<String> codes) {
    batch.check("CODE", !codes.isEmpty());
    Required.words("CODE", codes);
    codes.stream().filter(CodeSyntax::holdsBlank).findFirst().ifPresent(this::refuse);
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
  protected void work(Job job, List<String> codes, WeChat weChat, BatchTask batchTask) {
    BatchDesk desk = new BatchDesk(app, batch, job);
    if (codes.isEmpty()) {
      desk.file(weChat, batchTask);
    } else {
      desk.codes(codes, batchTask);
    }
    keptBack = desk.keptBack();
  }
}
