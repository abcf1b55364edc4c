package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.server.Request;
import io.github.wxcard.text.QueryString;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Reads a request's body. What is wrong with it is told only when somebody asks for it, because a
 * bad token is told first.
 */
final class CallInputReader {
  private static final int EMPTY = 44002;
  private static final int NOT_JSON = 47001;
  private static final int ESCAPED = 47002;
  private static final int NO_FILE = 41005;
  private static final int FIRST_NON_ASCII = 0x80;

  private CallInputReader() {}

  /**
   * What a request brings.
   *
   * @param trusted whether its caller shows the sandbox's token
   */
  static CallInput read(Request request, boolean trusted) {
    boolean form = isForm(request.contentType());
    return new CallInput(
        QueryString.parse(request.queryText()),
        form ? broken("a form is no JSON") : json(request),
        form ? file(request) : refusing(NO_FILE, "the body is no form"),
        trusted);
  }

  private static boolean isForm(String contentType) {
    return contentType != null
        && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  private static Supplier<byte[]> file(Request request) {
    try {
      byte[] file = MultipartForm.file(request);
      return () -> file;
    } catch (ApiException none) {
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
    Texts texts = Texts.of(content);
    // Many JSON libraries escape by default; what is not WeChat's need not mind.
    if (texts.escaped() && Route.isApi(request.path())) {
      return refusing(ESCAPED, "the body writes text as \\uXXXX instead of raw UTF-8");
    }
    if (texts.bareControl()) {
      return broken("a text holds a bare control character, or is not UTF-8");
    }
    try {
      JsonNode tree = Json.read(content);
      if (!tree.isObject()) {
        return broken("the body is no JSON object");
      }
      JsonNode body = Route.isControls(request.path()) ? tree : withoutNulls(tree);
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
    tree.forEach(CallInputReader::withoutNulls);
    return tree;
  }

  /**
   * How the texts of a body are written.
   *
   * @param escaped whether one has {@code \\uXXXX} although UTF-8 could carry it; ASCII written so
   *     is no matter, as many serializers do that to {@code =} and {@code <}
   * @param bareControl whether one holds a control character, which JSON allows only as an escape;
   *     encodings of two or four bytes a character show themselves here, too, by their zero bytes
   */
  record Texts(boolean escaped, boolean bareControl) {
    static Texts of(byte[] json) {
      boolean escaped = false;
      boolean bareControl = false;
      boolean inText = false;
      boolean afterBackslash = false;
      for (int i = 0; i < json.length; i++) {
        byte each = json[i];
        if (each == '"' && !(inText && afterBackslash)) {
          inText = !inText;
        } else if (inText && !afterBackslash && each >= 0 && each < ' ') {
          bareControl = true;
        }
        if (afterBackslash) {
          escaped |= each == 'u' && number(json, i + 1) >= FIRST_NON_ASCII;
        }
        afterBackslash = each == '\\' && !afterBackslash;
      }
      return new Texts(escaped, bareControl);
    }

    private static int number(byte[] json, int from) {
      int number = 0;
      for (int i = from; i < from + 4; i++) {
        int digit = i < json.length ? Character.digit(json[i], 16) : -1;
        if (digit < 0) {
          return -1;
        }
        number = number * 16 + digit;
      }
      return number;
    }
  }

  /** The refusal of all of a body. */
  private static <T> Supplier<T> broken(String reason) {
    return () -> {
      throw new ApiException(NOT_JSON, reason).at("");
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
      throw new ApiException(errcode, reason);
    };
  }
}
