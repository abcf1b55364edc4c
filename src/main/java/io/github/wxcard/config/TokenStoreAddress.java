package io.github.wxcard.config;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.CredentialFlaw;
import io.github.wxcard.text.QueryString;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A profile's {@code tokenStore}: the Redis server that machines share tokens through, such as
 * {@code rediss://:password@cache.example:6379/0}.
 *
 * @param user empty for the server's default user
 * @param password empty when the server asks for none
 * @param origin who named it, in words
 */
public record TokenStoreAddress(
    boolean tls, String host, int port, String user, String password, int database, String origin) {
  private static final int USUAL_PORT = 6379;
  private static final int HIGHEST_PORT = 65535;
  private static final int SHORTEST_SECRET = 4;

  /** More than java.net.URI takes: container names with an underscore, passwords with a slash. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>rediss?)://(?:(?<login>\\S*)@)?"
              + "(?:\\[(?<ip>[0-9a-fA-F:.]+)\\]|(?<host>[^\\s:/?#@\\[\\]]+))"
              + "(?::(?<port>\\d{1,5}))?(?:/(?<database>\\d{0,5}))?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://.*");
  private static final Pattern LOGIN = Pattern.compile("[^/]*//[^:]*:(?<password>\\S+)@.*");

  /**
   * @param origin where the text was found, for messages, which never show the text
   */
  static TokenStoreAddress parse(String text, String origin) {
    CredentialFlaw.in(text.strip())
        .ifPresent(
            flaw -> {
              throw wrong(origin, flaw);
            });
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw wrong(origin, complaint(text.strip()));
    }
    int port = form.group("port") == null ? USUAL_PORT : Integer.parseInt(form.group("port"));
    if (port < 1 || port > HIGHEST_PORT) {
      throw wrong(origin, "has the port " + port + ", and ports go from 1 to " + HIGHEST_PORT);
    }
    String login = form.group("login") == null ? ":" : form.group("login");
    int colon = login.indexOf(':');
    if (colon < 0) {
      throw wrong(origin, "has a user without a password");
    }
    String database = form.group("database");
    return new TokenStoreAddress(
        form.group("scheme").equalsIgnoreCase("rediss"),
        form.group("ip") == null ? form.group("host") : form.group("ip"),
        port,
        decoded(login.substring(0, colon), origin),
        decoded(login.substring(colon + 1), origin),
        database == null || database.isEmpty() ? 0 : Integer.parseInt(database),
        origin);
  }

  /** Everything in a {@code tokenStore} text, understood or not, that nobody may see. */
  public static Set<String> secrets(String text) {
    Set<String> secrets = new HashSet<>();
    Matcher login = LOGIN.matcher(text.strip());
    if (login.matches()) {
      String password = login.group("password");
      secrets.add(password);
      try {
        secrets.add(QueryString.percentDecoded(password));
      } catch (IllegalArgumentException notEncoded) {
        secrets.add(text);
      }
    }
    secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
    return secrets;
  }

  /** A {@code tokenStore} text as anybody may see it, understood or not. */
  static String shown(String text) {
    try {
      return parse(text, "").toString();
    } catch (Failure malformed) {
      return "not understood";
    }
  }

  /** Host and port, as messages name it. */
  public String place() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** Without user and password. */
  @Override
  public String toString() {
    String login = password.isEmpty() ? "" : "***@";
    return (tls ? "rediss://" : "redis://") + login + place() + "/" + database;
  }

  private static String decoded(String text, String origin) {
    try {
      return QueryString.percentDecoded(text);
    } catch (IllegalArgumentException e) {
      throw wrong(origin, "has a % in its user or password that begins no percent-encoding");
    }
  }

  private static String complaint(String text) {
    Matcher scheme = SCHEME.matcher(text);
    return scheme.matches() && !scheme.group(1).matches("(?i)rediss?")
        ? "begins with " + scheme.group(1) + "://, and only Redis is known"
        : "is no address of a Redis server";
  }

  private static Failure wrong(String origin, String why) {
    return Failure.of(
        FailureKind.CONFIG,
        (origin.startsWith("WXCARD_") ? origin : "the tokenStore of " + origin) + " " + why,
        "Write redis://HOST:6379, redis://:PASSWORD@HOST:6379/0 or, with TLS, rediss://…; write a %"
            + " in the password as %25. Without a tokenStore, tokens stay on this machine.");
  }
}
