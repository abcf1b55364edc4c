package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
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
public record Identity(String command, String input, String digest, String account, String scope) {
  private static final int NAME_BYTES = 16;

  /** The journal's file name. */
  String fileName() {
    MessageDigest name = Spool.sha256();
    for (String part : List.of(command, input, digest, account, scope)) {
      name.update(part.getBytes(StandardCharsets.UTF_8));
      name.update((byte) 0);
    }
    String hex = HexFormat.of().formatHex(name.digest(), 0, NAME_BYTES);
    return command.replace(' ', '-') + "-" + hex + ".jsonl";
  }

  /** The journal's first line, for whoever opens it. */
  ObjectNode header(String cardId) {
    return Json.object()
        .put("command", command)
        .put("input", input)
        .put("sha256", digest)
        .put("account", account)
        .put("card_id", cardId);
  }
}
