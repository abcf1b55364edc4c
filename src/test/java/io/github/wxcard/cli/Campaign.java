package io.github.wxcard.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A card of which many people hold a code each. */
final class Campaign {
  private static final String GROUPON = Path.of("samples/groupon.json").toAbsolutePath().toString();
  private static final String OPENID = "o5a4DbVVebVXiW0M4XZMR_%06d";

  private final Wxcard wx;
  final String cardId;
  private final String url;

  Campaign(Wxcard wx) {
    this.wx = wx;
    cardId = wx.run("create", GROUPON, "--sandbox").exits(0).out().strip();
    wx.run("sandbox", "approve", cardId, "--sandbox").exits(0);
    url = wx.run("qrcode", cardId, "--sandbox", "--jq", ".url").exits(0).out().strip();
  }

  /** As many people claim; their codes. */
  List<String> claimed(int people) {
    return IntStream.range(0, people)
        .mapToObj(
            i ->
                wx.run("sandbox", "scan", url, "--as", "user" + i, "--sandbox", "--jq", ".code")
                    .exits(0)
                    .out()
                    .strip())
        .toList();
  }

  /** A state in which as many people hold codes, for {@code sandbox serve --seed}. */
  List<String> seed(Path file, int people) throws IOException {
    claimed(1);
    ObjectNode state = (ObjectNode) wx.run("sandbox", "export", "--json").exits(0).json();
    ObjectNode tables = (ObjectNode) state.path("tables");
    ObjectNode code = (ObjectNode) tables.path("code").get(0);
    ObjectNode person = (ObjectNode) tables.path("person").get(0);
    List<String> codes =
        IntStream.range(0, people).mapToObj(i -> "%012d".formatted(500_000_000_000L + i)).toList();
    ArrayNode holders = tables.putArray("person");
    ArrayNode held = tables.putArray("code");
    for (String text : codes) {
      String openid = OPENID.formatted(held.size());
      holders.add(person.deepCopy().put("openid", openid).put("name", "user" + held.size()));
      held.add(code.deepCopy().put("code", text).put("openid", openid));
    }
    List.of("event", "card_view", "qr_code").forEach(tables::putArray);
    Files.write(file, Json.bytes(state));
    return codes;
  }
}
