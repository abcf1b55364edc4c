package io.github.wxcard.sandbox.http;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call a sandbox beside the programs of its own machine.
 *
 * @param publicUrl the address under which others reach it
 * @param hosts further names that a Host header may have
 * @param token what callers on other machines must send to reach the controls; empty: none can
 */
public record AccessSettings(Optional<URI> publicUrl, Set<String> hosts, Optional<String> token) {
  public static final AccessSettings LOCAL =
      new AccessSettings(Optional.empty(), Set.of(), Optional.empty());

  /** Without the token: records are printed by debuggers and failed assertions. */
  @Override
  public String toString() {
    return "AccessSettings[" + publicUrl + " " + hosts + "]";
  }
}
