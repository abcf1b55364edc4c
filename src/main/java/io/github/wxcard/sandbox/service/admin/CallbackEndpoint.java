package io.github.wxcard.sandbox.service.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.SandboxAccount;
import io.github.wxcard.sign.CallbackSignature;
import io.github.wxcard.sign.MessageCipher;
import io.github.wxcard.sign.MessageMode;
import io.github.wxcard.text.SecretMask;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The address of the merchant's server and what its messages are signed and encrypted with.
 *
 * @param url absolute, http or https, in ASCII
 * @param token the Token of the console, 3 to 32 letters or digits
 * @param encodingAesKey 43 characters; may be empty in plain mode
 */
public record CallbackEndpoint(URI url, String token, String encodingAesKey, MessageMode mode) {
  private static final int BAD_URL = 40201;
  private static final int BAD_VALUE = 40097;
  private static final int HIGHEST_PORT = 65_535;
  private static final String MASK = SecretMask.STARS;
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern WEB = Pattern.compile("(?i)https?://");

  /** The callback that a request asks for, or a refusal. */
  static CallbackEndpoint of(CallInput input) {
    URI url = address(input.need("url", BAD_URL));
    String token = input.need("token", BAD_VALUE);
    if (!CallbackSignature.isToken(token)) {
      throw new ApiException(BAD_VALUE, "token is not 3 to 32 letters or digits");
    }
    String mode = input.text("mode").orElse(MessageMode.PLAIN.wireName());
    MessageMode chosen =
        MessageMode.named(mode)
            .orElseThrow(
                () -> new ApiException(BAD_VALUE, "mode is not one of plain, compatible and safe"));
    return new CallbackEndpoint(url, token, key(input, chosen), chosen);
  }

  public static CallbackEndpoint kept(ObjectNode json) {
    return new CallbackEndpoint(
        URI.create(json.path("url").asText()),
        json.path("token").asText(),
        json.path("encodingAesKey").asText(),
        MessageMode.named(json.path("mode").asText()).orElse(MessageMode.PLAIN));
  }

  /** Whether the merchant's server runs on the sandbox's own machine. */
  public boolean isOnThisMachine() {
    return isThisMachine(url.getHost());
  }

  ObjectNode json() {
    return json(Function.identity());
  }

  /** As it is shown: with masks in the place of the secrets. */
  ObjectNode shown() {
    return json(secret -> secret.isEmpty() ? "" : MASK);
  }

  private ObjectNode json(Function<String, String> secrets) {
    ObjectNode json = Json.object().put("url", url.toString());
    json.put("mode", mode.wireName());
    json.put("token", secrets.apply(token));
    return json.put("encodingAesKey", secrets.apply(encodingAesKey));
  }

  private static URI address(String text) {
    if (!WEB.matcher(text).lookingAt()) {
      throw new ApiException(BAD_URL, "url does not begin with http:// or https://");
    }
    try {
      URI url = new URI(text);
      if (url.getHost() == null || url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
        throw new ApiException(BAD_URL, "url names no host, or a port that there is not");
      }
      if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
        throw new ApiException(BAD_URL, "url has a user name or a #fragment, which are never sent");
      }
      return URI.create(url.toASCIIString());
    } catch (URISyntaxException e) {
      throw new ApiException(BAD_URL, "url is no address: " + e.getReason());
    }
  }

  private static String key(CallInput input, MessageMode mode) {
    String key =
        mode.encrypts()
            ? input.need("encodingAesKey", BAD_VALUE)
            : input.text("encodingAesKey").orElse("");
    try {
      if (!key.isEmpty()) {
        new MessageCipher(key, SandboxAccount.APP_ID);
      }
      return key;
    } catch (Failure none) {
      throw new ApiException(BAD_VALUE, "encodingAesKey is not a key of 43 letters and digits");
    }
  }

  /**
   * Whether an address is this machine's. Judged by the text alone: a name that somebody else
   * resolves proves nothing.
   *
   * @param host of an address, with the brackets of IPv6
   */
  private static boolean isThisMachine(String host) {
    if (host.toLowerCase(Locale.ROOT).equals("localhost")) {
      return true;
    }
    if (!IPV4.matcher(host).matches() && !host.startsWith("[")) {
      return false;
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (IOException e) {
      return false;
    }
  }
}
