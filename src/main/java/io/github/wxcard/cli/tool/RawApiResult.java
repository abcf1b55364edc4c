package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.RawApiResponse;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.Arrays;
import java.util.Base64;

/**
 * An answer as it came.
 *
 * @param pretty whether a person looks at it
 * @param file where it was put, or null when it shall be printed
 */
record RawApiResult(RawApiResponse answer, boolean pretty, String file) implements Result {
  @Override
  public JsonNode json() {
    if (file == null && answer.tree().isPresent()) {
      return answer.tree().get();
    }
    ObjectNode description = Json.object().put("content_type", answer.contentType());
    description.put("bytes", answer.body().length);
    return file == null
        ? description.put("base64", Base64.getEncoder().encodeToString(answer.body()))
        : description.put("file", file);
  }

  @Override
  public void text(Page page) {
    if (file != null) {
      page.line(file);
    } else if (pretty && answer.tree().isPresent()) {
      page.json(answer.tree().get());
    } else {
      page.bytes(answer.tree().isPresent() ? endedLine(answer.body()) : answer.body());
    }
  }

  private static byte[] endedLine(byte[] json) {
    if (json.length > 0 && json[json.length - 1] == '\n') {
      return json;
    }
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }
}
