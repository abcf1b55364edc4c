package io.github.wxcard.sandbox.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom the sandbox answers. */
final class AccessRules {
  private final AcceptedHosts hosts;
  private final Optional<String> publicOrigin;
  private final Optional<byte[]> token;

  AccessRules(Access access) {
    List<String> names = new ArrayList<>(access.hosts());
    access.publicUrl().ifPresent(url -> names.add(url.getHost()));
    this.hosts = new AcceptedHosts(names);
    this.publicOrigin = access.publicUrl().map(AccessRules::origin);
    this.token = access.token().map(AccessRules::bytes);
  }

  /** What is asked for, which decides who may. */
  enum Part {
    /** Pictures and what a phone is shown: any page may embed them or link to them. */
    PAGE,
    API,
    CONTROLS
  }

  /** Why a request is not answered. */
  Optional<String> objection(Sender sender, Part part) {
    if (sender.host() != null && !hosts.accept(sender.host())) {
      return Optional.of(
          "the Host header names "
              + sender.host()
              + ", which is none of this sandbox's names; if it is to be one, start `wxcard sandbox"
              + " serve` with --allow-host or --public-url");
    }
    if (part != Part.PAGE && sender.origin() != null && !isOwn(sender.origin(), sender.host())) {
      return Optional.of(
          "a page of " + sender.origin() + " asks, and a sandbox is for programs, not for pages");
    }
    if (part != Part.PAGE && isForeign(sender.site())) {
      return Optional.of("a page of another site asks, and a sandbox is for programs");
    }
    if (part == Part.CONTROLS && isElsewhere(sender) && !holdsToken(sender)) {
      return Optional.of(
          "callers on other machines must send the sandbox's token in X-Wxcard-Token, which wxcard"
              + " does when WXCARD_SANDBOX_TOKEN is set");
    }
    return Optional.empty();
  }

  /** A proxy on this machine speaks for callers on others, whom a sandbox with a token expects. */
  private boolean isElsewhere(Sender sender) {
    return sender.elsewhere() || (sender.forwarded() && token.isPresent());
  }

  /** Whether the caller is trusted with everything. */
  boolean holdsToken(Sender sender) {
    return sender.token() != null
        && token.filter(own -> MessageDigest.isEqual(own, bytes(sender.token()))).isPresent();
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
