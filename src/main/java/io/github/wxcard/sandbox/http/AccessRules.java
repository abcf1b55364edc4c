package io.github.wxcard.sandbox.http;

import io.github.wxcard.server.Request;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom the sandbox answers. A stranger can point a name of his own at this machine, so that a page
 * of his passes for one of ours; addresses and names without a dot belong to no stranger.
 */
public final class AccessRules {
  /** For the programs of this machine alone. */
  public static final AccessRules LOCAL =
      new AccessRules(Optional.empty(), Set.of(), Optional.empty());

  private static final Pattern IPV6 =
      Pattern.compile("\\[[0-9a-f:.]*:[0-9a-f:.]*(%[\\w.~-]+)?](:[0-9]*)?");
  private static final Pattern NAME = Pattern.compile("([a-z0-9._-]+?)(:[0-9]*)?");
  private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+){0,3}");

  private final Set<String> hosts;
  private final Optional<String> publicOrigin;
  private final Optional<String> token;
  private volatile String lastHost;

  /**
   * @param publicUrl the address under which others reach it
   * @param hosts further names that a Host header may have
   * @param token what callers on other machines must send to reach the controls; empty: none can
   */
  public AccessRules(Optional<URI> publicUrl, Set<String> hosts, Optional<String> token) {
    this.hosts =
        Stream.concat(hosts.stream(), publicUrl.map(URI::getHost).stream())
            .map(name -> withoutLastDot(name.toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());
    this.publicOrigin = publicUrl.map(url -> url.getScheme() + "://" + url.getRawAuthority());
    this.token = token;
  }

  public Optional<String> token() {
    return token;
  }

  /**
   * Whom a request seems to come from.
   *
   * @param host what the caller took for this server's name; null when it did not say
   * @param origin the page that made a browser ask; null for other programs
   * @param site the browser's own judgement of that page; null for other programs
   * @param token what the caller says to be let at the controls; null for nothing
   * @param elsewhere whether it asks from another machine
   * @param forwarded whether a proxy says that it asks for somebody else
   */
  record Caller(
      String host, String origin, String site, String token, boolean elsewhere, boolean forwarded) {
    static Caller of(Request request) {
      InetAddress local = request.local();
      return new Caller(
          request.header("Host"),
          request.header("Origin"),
          request.header("Sec-Fetch-Site"),
          request.header("X-Wxcard-Token"),
          !local.isLoopbackAddress() && !request.remote().equals(local),
          Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP")
              .anyMatch(name -> request.header(name) != null));
    }
  }

  /** What is asked for, which decides who may. */
  enum Part {
    /** Pictures and what a phone is shown: any page may embed them or link to them. */
    PAGE,
    API,
    CONTROLS
  }

  /** Why a request is not answered. */
  Optional<String> objection(Caller caller, Part part) {
    if (caller.host() != null && !isServed(caller.host())) {
      return Optional.of(
          "the Host header names "
              + caller.host()
              + ", which is none of this sandbox's names; if it is to be one, start `wxcard sandbox"
              + " serve` with --allow-host or --public-url");
    }
    if (part != Part.PAGE && caller.origin() != null && !isOwn(caller.origin(), caller.host())) {
      return Optional.of(
          "a page of " + caller.origin() + " asks, and a sandbox is for programs, not for pages");
    }
    if (part != Part.PAGE && isForeign(caller.site())) {
      return Optional.of("a page of another site asks, and a sandbox is for programs");
    }
    if (part == Part.CONTROLS && isElsewhere(caller) && !holdsToken(caller)) {
      return Optional.of(
          "callers on other machines must send the sandbox's token in X-Wxcard-Token, which wxcard"
              + " does when WXCARD_SANDBOX_TOKEN is set");
    }
    return Optional.empty();
  }

  /** A proxy on this machine speaks for callers on others, whom a sandbox with a token expects. */
  private boolean isElsewhere(Caller caller) {
    return caller.elsewhere() || (caller.forwarded() && token.isPresent());
  }

  /** Whether the caller is trusted with everything. */
  boolean holdsToken(Caller caller) {
    return caller.token() != null
        && token
            .filter(own -> MessageDigest.isEqual(bytes(own), bytes(caller.token())))
            .isPresent();
  }

  private boolean isOwn(String origin, String host) {
    return origin.equalsIgnoreCase("http://" + host)
        || origin.equalsIgnoreCase("https://" + host)
        || publicOrigin.filter(origin::equalsIgnoreCase).isPresent();
  }

  private static boolean isForeign(String site) {
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private boolean isServed(String host) {
    // A client names the same host with every call.
    if (host.equals(lastHost)) {
      return true;
    }
    boolean served = isOurs(host);
    if (served) {
      lastHost = host;
    }
    return served;
  }

  private boolean isOurs(String host) {
    String text = host.strip().toLowerCase(Locale.ROOT);
    if (IPV6.matcher(text).matches()) {
      return true;
    }
    Matcher parts = NAME.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    String name = withoutLastDot(parts.group(1));
    return hosts.contains(name)
        || name.equals("localhost")
        || name.endsWith(".localhost")
        || NUMBERS.matcher(name).matches()
        || parts.group(1).indexOf('.') < 0;
  }

  private static String withoutLastDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
