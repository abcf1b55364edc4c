package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * What makes two runs the same batch, and so share a journal.
 *
 * @param command as in {@code "code deposit"}
 * @param input the absolute path, {@code -} for standard input
 * @param digest of the input's content
 * @param account under which its tokens are kept
 * @param scope the card, for commands that work on one; else empty
 */
public record BatchIdentity(
    String command, String input, String digest, String account, String scope) {
  private static final int NAME_BYTES = 16;
  private static final String STANDARD_INPUT = "-";

  /** The journal's file name. */
  String fileName() {
    MessageDigest name = Digests.sha256();
    for (String part : List.of(command, input, digest, account, scope)) {
      name.update(part.getBytes(StandardCharsets.UTF_8));
      name.update((byte) 0);
    }
    String hex = HexFormat.of().formatHex(name.digest(), 0, NAME_BYTES);
    return prefix() + hex + ".jsonl";
  }

  /** A pattern for the names of this command's journals. */
  String fileNames() {
    return prefix() + "*.jsonl";
  }

  private String prefix() {
    return command.replace(' ', '-') + "-";
  }

  /** Whether a journal's first line is of the same command, account and card. */
  boolean isAkin(JsonNode header) {
    return header.path("command").asText().equals(command)
        && header.path("account").asText().equals(account)
        && (scope.isEmpty() || header.path("card_id").asText().equals(scope));
  }

  /** Whether a journal's first line is of this input, and of another content. */
  boolean isOtherContent(JsonNode header) {
    return isAkin(header)
        && !input.equals(STANDARD_INPUT)
        && header.path("input").asText().equals(input)
        && !header.path("sha256").asText().equals(digest);
  }

  /** Whether a journal's first line is of this batch itself. */
  boolean isOwn(JsonNode header) {
    return isAkin(header)
        && header.path("input").asText().equals(input)
        && header.path("sha256").asText().equals(digest);
  }

  /** The journal's first line, for whoever opens it. */
  String header(String cardId) {
    ObjectNode header =
        Json.object()
            .put("command", command)
            .put("input", input)
            .put("sha256", digest)
            .put("account", account)
            .put("card_id", cardId);
    return Json.write(header) + "\n";
  }
}
