package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.base.Upload;
import io.github.wxcard.server.Request;
import io.github.wxcard.text.QueryString;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Reads a request's body. What is wrong with it is told only when somebody asks for it, because a
 * bad token is told first.
 */
final class Body {
  private static final String CONTROLS = "/sandbox/";
  private static final int EMPTY = 44002;
  private static final int NOT_JSON = 47001;
  private static final int ESCAPED = 47002;
  private static final int NO_FILE = 41005;

  private Body() {}

  /**
   * What a request brings.
   *
   * @param trusted whether its caller shows the sandbox's token
   */
  static Input of(Request request, boolean trusted) {
    if (Multipart.announcedBy(request.contentType())) {
      return new Input(
          QueryString.parse(request.queryText()),
          broken("a form is no JSON"),
          file(request),
          trusted);
    }
    return new Input(
        QueryString.parse(request.queryText()),
        json(request),
        refusing(NO_FILE, "the body is no form"),
        trusted);
  }

  private static Supplier<Upload> file(Request request) {
    try {
      Upload upload = Multipart.file(request);
      return () -> upload;
    } catch (Refusal none) {
      return () -> {
        throw none;
      };
    }
  }

  private static Supplier<JsonNode> json(Request request) {
    byte[] content = request.content();
    if (content.length == 0) {
      return refusing(EMPTY, "the body is empty");
    }
    // Many JSON libraries escape by default; what is not WeChat's need not mind.
    if (ApiPath.isOf(request.path()) && EscapedText.in(content)) {
      return refusing(ESCAPED, "the body writes text as \\uXXXX instead of raw UTF-8");
    }
    if (RawControl.in(content)) {
      return broken("a text holds a bare control character, or is not UTF-8");
    }
    try {
      JsonNode tree = Json.read(content);
      if (!tree.isObject()) {
        return broken("the body is no JSON object");
      }
      JsonNode body = request.path().startsWith(CONTROLS) ? tree : withoutNulls(tree);
      return () -> body;
    } catch (IOException e) {
      return broken("the body is no JSON: " + reason(e));
    }
  }

  /** To WeChat {@code null} is an absent key, whatever belongs there. */
  private static JsonNode withoutNulls(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      object.removeIf(JsonNode::isNull);
    }
    tree.forEach(Body::withoutNulls);
    return tree;
  }

  /** The refusal of all of a body. */
  private static <T> Supplier<T> broken(String reason) {
    return () -> {
      throw new Refusal(NOT_JSON, reason).at("");
    };
  }

  /** In one line, without the parser's remarks on its source. */
  private static String reason(IOException e) {
    if (!(e instanceof JsonProcessingException broken) || broken.getLocation() == null) {
      return e.getMessage();
    }
    JsonLocation place = broken.getLocation();
    return "line %d, column %d: %s"
        .formatted(
            place.getLineNr(),
            place.getColumnNr(),
            broken
                .getOriginalMessage()
                .replaceAll("(?s)( \\(start marker at |\n).*", "")
                // A secret without its quotes is such a word.
                .replaceFirst("token '[^']{11,}'", "bare word"));
  }

  private static <T> Supplier<T> refusing(int errcode, String reason) {
    return () -> {
      throw new Refusal(errcode, reason);
    };
  }
}
