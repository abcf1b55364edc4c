package io.github.wxcard.cli.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.SimilarNames;
import io.github.wxcard.config.ConfigKey;
import io.github.wxcard.config.ProfileValues;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A key of the config file in a profile.
 *
 * @param profile empty for the key that is in none
 */
record ConfigEntry(Optional<String> profile, ConfigKey key) {
  /** The keys, for completion. */
  static final class KeyCandidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ConfigKey.paths().iterator();
    }
  }

  /** The entry that a command line names; a failure when there is no profile yet. */
  static ConfigEntry existing(CommandContext context, String text) {
    return of(context, text, chosen(context).or(() -> context.settings().profiles().usual()));
  }

  /** The same; where there is no profile yet, it is the one that a login would make. */
  static ConfigEntry possible(CommandContext context, String text) {
    Optional<String> usual =
        context.settings().profiles().usual().filter(name -> !name.equals(ResolvedAccount.SANDBOX));
    return of(context, text, chosen(context).or(() -> usual).or(() -> Optional.of("default")));
  }

  /** The profile that the line or the environment names. */
  static Optional<String> chosen(CommandContext context) {
    if (context.options().sandbox) {
      throw sandbox();
    }
    return Optional.ofNullable(context.options().profile)
        .or(() -> context.environment().variable("WXCARD_PROFILE"));
  }

  /** The same; a failure for the built-in sandbox, of which nothing stands in the file. */
  static Optional<String> chosenOfFile(CommandContext context) {
    Optional<String> chosen = chosen(context);
    if (chosen.filter(ResolvedAccount.SANDBOX::equals).isPresent()) {
      throw sandbox();
    }
    return chosen;
  }

  /** What a person without a profile can do. */
  static Failure noProfile() {
    return Failure.of(
        FailureKind.CONFIG,
        "no profile is written down",
        "`wxcard login` makes one, and so does `wxcard config set appId`; --sandbox needs none.");
  }

  private static ConfigEntry of(CommandContext context, String text, Optional<String> usual) {
    ConfigKey.Named named = ConfigKey.read(text).orElseThrow(() -> unknown(text));
    if (!named.key().isOfProfile()) {
      return new ConfigEntry(Optional.empty(), named.key());
    }
    String profile = named.profile().or(() -> usual).orElseThrow(() -> none(context));
    if (profile.equals(ResolvedAccount.SANDBOX)) {
      throw sandbox();
    }
    checkNamed(profile);
    return new ConfigEntry(Optional.of(profile), named.key());
  }

  static void checkNamed(String profile) {
    if (profile.isBlank()) {
      throw Failure.of(
          FailureKind.USAGE, "the profile has no name", "Name it, as in --profile shop.");
    }
  }

  private static Failure none(CommandContext context) {
    List<String> names =
        context.settings().profiles().all().stream().map(profile -> profile.name()).toList();
    return names.isEmpty()
        ? noProfile()
        : Failure.of(
            FailureKind.CONFIG,
            "no profile is the current one",
            "Name one with --profile, or choose one with `wxcard profile use NAME`; there are "
                + String.join(", ", names)
                + ".");
  }

  private static Failure sandbox() {
    return Failure.of(
        FailureKind.USAGE,
        "the built-in sandbox has nothing to configure",
        "Name another profile with --profile.");
  }

  private static Failure unknown(String text) {
    List<String> similar = similar(text);
    return Failure.of(
        FailureKind.USAGE,
        "there is no key '" + text + "'",
        similar.isEmpty()
            ? "Use one of: " + String.join(", ", ConfigKey.paths()) + "."
            : "Did you mean " + String.join(" or ", similar) + "?");
  }

  /** By the whole name, or by the last part of one that has several. */
  private static List<String> similar(String text) {
    String name = text.substring(text.lastIndexOf('.') + 1);
    return Stream.concat(
            SimilarNames.to(text, ConfigKey.paths()).stream(),
            Arrays.stream(ConfigKey.values())
                .filter(key -> !key.lastName().equals(key.path()))
                .filter(key -> !SimilarNames.to(name, List.of(key.lastName())).isEmpty())
                .map(ConfigKey::path))
        .distinct()
        .toList();
  }

  /** Its value as anybody may see it; empty when it is not set. */
  Optional<String> shown(CommandContext context) {
    return key == ConfigKey.CURRENT
        ? context.settings().profiles().current()
        : new ProfileValues(context.settings().file()).shown(profile.orElseThrow(), key);
  }

  /** {@code {"profile","key"}}, to go on from. */
  ObjectNode json() {
    return Json.object().put("profile", profile.orElse(null)).put("key", key.path());
  }

  /** As a sentence names it. */
  @Override
  public String toString() {
    return key.path() + profile.map(name -> " of profile " + name).orElse("");
  }
}
