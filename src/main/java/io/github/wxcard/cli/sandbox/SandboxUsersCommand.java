package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
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
final class SandboxUsersCommand extends SandboxVerb {
  record Users(JsonNode list) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().set("users", list);
    }

    @Override
    public void text(Page page) {
      if (!list.isEmpty()) {
        page.heading("name openid cards");
      }
      for (JsonNode user : list) {
        page.line(
            String.join(
                " ",
                user.path("name").asText(),
                user.path("openid").asText(),
                user.path("cards").asText()));
      }
    }
  }

  @Override
  Users call(SandboxApi sandbox) {
    return new Users(sandbox.get("/sandbox/users").path("users"));
  }
}
