package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.ErrorCode;
import io.github.wxcard.error.ErrorTable;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.http.CallResult.Trace;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.store.StoreException;
import io.github.wxcard.server.Request;
import io.github.wxcard.server.Response;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** The answers in JSON, and those that say no in WeChat's way. */
final class ApiResponses {
  private static final int SYSTEM_ERROR = -1;
  private static final int OLD_TOKEN = 40001;
  private static final int UNLISTED_ADDRESS = 40164;
  private static final int USED_UP = 45009;

  /** Where the caller's address goes, as it is and as one of IPv6. */
  private static final String ADDRESS = "( )A[.]B[.]C[.]D( ipv6 )::ffff:A[.]B[.]C[.]D";

  private static final String STABLE_TOKEN =
      ", could get access_token by getStableAccessToken, more details at"
          + " https://mmbizurl.cn/s/JtxxFh33r";
  private static final Set<String> TOKEN_CALLS = Set.of("/cgi-bin/token", "/cgi-bin/stable_token");

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/json; encoding=utf-8");

  private final IdGenerator ids;
  private final LongSupplier now;

  /**
   * @param now the sandbox's time in Unix seconds
   */
  ApiResponses(IdGenerator ids, LongSupplier now) {
    this.ids = ids;
    this.now = now;
  }

  CallResult done(Request request, ObjectNode answer) {
    return CallResult.done(json(request.path(), 200, answer));
  }

  CallResult refused(Request request, ApiException refusal) {
    return answer(request, 200, refusal);
  }

  /** The answer where no route takes the request. */
  CallResult unrouted(Request request, ApiException refusal) {
    // WeChat's own folders answer with an error code, any other address as a web server does.
    boolean unknown = refusal.errcode() == Router.INVALID_URL && !Route.isApi(request.path());
    return answer(request, unknown ? 404 : 200, refusal);
  }

  /** The answer to a call that failed, mostly by no fault of its own. */
  CallResult failed(Request request, Throwable defect) {
    if (defect instanceof ApiException refusal) {
      return refused(request, refusal);
    }
    String why =
        defect instanceof StoreException trouble
            ? trouble.reason()
            : "the sandbox itself failed: " + defect.getMessage();
    return refused(request, new ApiException(SYSTEM_ERROR, why, defect));
  }

  private CallResult answer(Request request, int status, ApiException refusal) {
    Trace trace =
        Route.isCardApi(request.path())
            ? new Trace("hint", ids.hint())
            : new Trace("rid", ids.requestId(now.getAsLong()));
    ObjectNode answer = Json.object();
    answer.put("errcode", refusal.errcode());
    String location = ErrorLocation.text(request, refusal);
    String text = text(refusal.errcode(), request);
    answer.put("errmsg", (text + " " + trace.text() + location).stripLeading());
    answer.setAll(refusal.further());
    return CallResult.refused(json(request.path(), status, answer), refusal, trace);
  }

  /**
   * What an {@code errmsg} says before its trace, for a few codes more than the stem; empty where
   * WeChat's text is not known.
   */
  private static String text(int errcode, Request request) {
    String stem = ErrorTable.find(errcode).map(ErrorCode::text).orElse("");
    return switch (errcode) {
      case OLD_TOKEN -> stem + STABLE_TOKEN;
      case USED_UP -> TOKEN_CALLS.contains(request.path()) ? stem + STABLE_TOKEN : stem;
      case UNLISTED_ADDRESS -> stem.replaceAll(ADDRESS, caller(request));
      default -> stem;
    };
  }

  private static String caller(Request request) {
    String address = request.remote().getHostAddress();
    return "$1" + address + "$2" + (address.contains(":") ? "" : "::ffff:") + address;
  }

  /** A document; on WeChat's paths as WeChat writes it, with every {@code /} as {@code \\/}. */
  private static Response json(String path, int status, JsonNode document) {
    byte[] text = Json.bytes(document);
    return new Response(status, HEADERS, Route.isApi(path) ? slashesEscaped(text) : text);
  }

  /** In compact JSON a slash stands in texts only. */
  private static byte[] slashesEscaped(byte[] json) {
    int slashes = 0;
    for (byte each : json) {
      slashes += each == '/' ? 1 : 0;
    }
    if (slashes == 0) {
      return json;
    }
    byte[] escaped = new byte[json.length + slashes];
    int end = 0;
    for (byte each : json) {
      if (each == '/') {
        escaped[end++] = '\\';
      }
      escaped[end++] = each;
    }
    return escaped;
  }
}
