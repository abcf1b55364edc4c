package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.List;
import java.util.Optional;

/**
 * What the error table says of some codes.
 *
 * @param full everything about each, or a line each
 * @param failure about those among the codes asked for that have no row
 */
record Explanation(List<ExplainedCode> codes, boolean full, Optional<Failure> failure)
    implements Result {
  @Override
  public JsonNode json() {
    ObjectNode document = Json.object();
    ArrayNode list = document.putArray("codes");
    codes.forEach(code -> list.add(code.json()));
    return document;
  }

  @Override
  public void text(Page page) {
    for (ExplainedCode code : codes) {
      if (full) {
        code.text(page);
      } else {
        page.line(code.line());
      }
    }
  }
}
