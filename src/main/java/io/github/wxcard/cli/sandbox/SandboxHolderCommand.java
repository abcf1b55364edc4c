package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import picocli.CommandLine.Option;

/** Something that the holder of a code does with it. */
abstract class SandboxHolderCommand extends SandboxCodeCommand {
  @Option(names = "--as", required = true, paramLabel = "USER", description = "Who holds the card.")
  String user;

  private final String path;

  SandboxHolderCommand(String path) {
    this.path = path;
  }

  @Override
  CommandResult call(SandboxApi sandbox) {
    return held(sandbox.post(path, holderBody()));
  }

  ObjectNode holderBody() {
    return body("user", user);
  }
}
