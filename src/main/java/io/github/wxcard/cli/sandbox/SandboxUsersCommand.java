package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;
import picocli.CommandLine.Command;

/** Lists everybody a sandbox has heard of. */
@Command(
    name = "users",
    description = "List the users by name, openid and number of cards in the wallet.",
    footer = {
      "",
      "Any name is a user: the openid is made when it is mentioned first, and stays the same.",
      "",
      "Example:",
      "  wxcard sandbox users --jq '.users[] | select(.name == \"usr1\") | .openid'"
    })
final class SandboxUsersCommand extends SandboxApiCommand {
  @Override
  CommandResult call(SandboxApi sandbox) {
    JsonNode users = sandbox.get("/sandbox/users").path("users");
    return new SandboxListing("users", "name openid cards", users, SandboxUsersCommand::line);
  }

  private static String line(JsonNode user) {
    return Document.members(user, "name", "openid", "cards").lines().get(0);
  }
}
