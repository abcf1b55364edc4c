package io.github.wxcard.sandbox.http;

import io.github.wxcard.server.Request;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom the sandbox answers. */
final class AccessRules {
  private final AcceptedHosts hosts;
  private final Optional<String> publicOrigin;
  private final Optional<byte[]> token;

  AccessRules(AccessSettings access) {
    List<String> names = new ArrayList<>(access.hosts());
    access.publicUrl().ifPresent(url -> names.add(url.getHost()));
    this.hosts = new AcceptedHosts(names);
    this.publicOrigin = access.publicUrl().map(AccessRules::origin);
    this.token = access.token().map(AccessRules::bytes);
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
    if (caller.host() != null && !hosts.accept(caller.host())) {
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
        && token.filter(own -> MessageDigest.isEqual(own, bytes(caller.token()))).isPresent();
  }

  private boolean isOwn(String origin, String host) {
    return origin.equalsIgnoreCase("http://" + host)
        || origin.equalsIgnoreCase("https://" + host)
        || publicOrigin.filter(origin::equalsIgnoreCase).isPresent();
  }

  private static boolean isForeign(String site) {
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private static String origin(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
