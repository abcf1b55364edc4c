package io.github.wxcard.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The test whitelist as it was last set. WeChat replaces the whole list and cannot be asked for it,
 * so whoever wants to add a name must remember the others.
 */
public final class RememberedTesters {
  private static final Names NOBODY = new Names(List.of(), List.of());

  private final ConfigFile file;
  private final ResolvedAccount target;

  private final Consumer<String> warnings;

  RememberedTesters(ConfigFile file, ResolvedAccount target, Consumer<String> warnings) {
    this.file = file;
    this.target = target;
    this.warnings = warnings;
  }

  /** The names in the order they were set. */
  public record Names(List<String> usernames, List<String> openids) {}

  /**
   * Changes the list at WeChat and what is remembered of it, while no other process does.
   *
   * @param keeping whether the names that are remembered are asked for
   * @param change from those, or none, to the names that there shall be
   * @param send hands them to WeChat
   */
  public Names change(boolean keeping, UnaryOperator<Names> change, Consumer<Names> send) {
    Supplier<Names> work =
        () -> {
          Names names = change.apply(keeping ? get() : NOBODY);
          send.accept(names);
          set(names);
          return names;
        };
    try {
      return file.locked(work);
    } catch (IOException noLock) {
      // Told when the names cannot be written down.
      return work.get();
    }
  }

  public Names get() {
    ObjectNode tree = file.read();
    JsonNode list =
        profile(tree)
            .map(entry -> (JsonNode) entry)
            .orElseGet(() -> tree.path("cache").path(target.cacheKey()))
            .path("whitelist");
    return new Names(texts(list.path("username")), texts(list.path("openid")));
  }

  /** What WeChat has accepted already is no failure when it cannot be written down. */
  void set(Names names) {
    try {
      file.update(tree -> put(tree, names));
    } catch (Failure e) {
      warnings.accept("warning: the list is not remembered: " + e.getMessage());
    }
  }

  private void put(ObjectNode tree, Names names) {
    ObjectNode list =
        profile(tree)
            .orElseGet(() -> CacheSection.of(tree).account(target.cacheKey()))
            .putObject("whitelist");
    names.usernames().forEach(list.putArray("username")::add);
    names.openids().forEach(list.putArray("openid")::add);
  }

  /** The profile when it is this account's; an account from the environment has none. */
  private Optional<ObjectNode> profile(ObjectNode tree) {
    return tree.path("profiles").path(target.profile()) instanceof ObjectNode entry
            && Profile.read(target.profile(), entry).cacheKey().equals(target.cacheKey())
        ? Optional.of(entry)
        : Optional.empty();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
