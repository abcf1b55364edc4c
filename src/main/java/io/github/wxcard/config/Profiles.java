package io.github.wxcard.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** The accounts a person has written down in the config file. */
public final class Profiles {
  private final ConfigFile file;

  public Profiles(ConfigFile file) {
    this.file = file;
  }

  /** In the order of the file. */
  public List<Profile> all() {
    return all(file.read());
  }

  /** The one that is used when nothing else is asked for. */
  public Optional<String> current() {
    return current(file.read());
  }

  /** The same, and where none is chosen, the only one there is. */
  public Optional<String> usual() {
    return usual(file.read());
  }

  static Optional<String> usual(ObjectNode tree) {
    List<String> all = names(tree);
    return current(tree).or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
  }

  public Profile named(String name) {
    return named(file.read(), name);
  }

  /** Writes a profile down, keeping unknown keys of an older one of that name, and uses it. */
  public void save(Profile profile) {
    file.update(
        tree -> {
          ObjectNode entry = member(member(tree, "profiles"), profile.name());
          put(entry, "appId", profile.appId());
          put(entry, "secret", profile.secret());
          put(entry, "apiBase", profile.apiBase());
          put(entry, "mpBase", profile.mpBase());
          tree.put("current", profile.name());
        });
  }

  /** Makes a profile the one that is used when nothing else is asked for. */
  public void use(String name) {
    file.update(
        tree -> {
          checkUsable(tree, name);
          tree.put("current", name);
        });
  }

  /**
   * Leaves none to be used when nothing else is asked for.
   *
   * @return whether there was one
   */
  public boolean useNone() {
    AtomicBoolean chosen = new AtomicBoolean();
    file.update(tree -> chosen.set(tree.remove("current") != null));
    return chosen.get();
  }

  /** A failure unless {@link #use} would take the name. */
  public void checkUsable(String name) {
    checkUsable(file.read(), name);
  }

  private static void checkUsable(ObjectNode tree, String name) {
    if (!name.equals(ResolvedAccount.SANDBOX)) {
      named(tree, name);
    }
  }

  /**
   * Takes a profile out, with its tokens unless another profile is the same account.
   *
   * @return the profile, when its tokens are forgotten
   */
  public Optional<Profile> remove(String name) {
    AtomicReference<Profile> forgotten = new AtomicReference<>();
    file.update(
        tree -> {
          Profile gone = named(tree, name);
          member(tree, "profiles").remove(name);
          if (current(tree).filter(name::equals).isPresent()) {
            tree.remove("current");
          }
          if (all(tree).stream().noneMatch(other -> other.cacheKey().equals(gone.cacheKey()))) {
            CacheSection.of(tree).forget(gone.cacheKey());
            forgotten.set(gone);
          }
        });
    return Optional.ofNullable(forgotten.get());
  }

  static Optional<String> current(ObjectNode tree) {
    return Optional.ofNullable(tree.path("current").textValue());
  }

  static List<Profile> all(ObjectNode tree) {
    List<Profile> profiles = new ArrayList<>();
    tree.path("profiles")
        .properties()
        .forEach(entry -> profiles.add(Profile.read(entry.getKey(), entry.getValue())));
    return profiles;
  }

  private static List<String> names(ObjectNode tree) {
    List<String> names = new ArrayList<>();
    tree.path("profiles").fieldNames().forEachRemaining(names::add);
    return names;
  }

  static Profile named(ObjectNode tree, String name) {
    check(tree, name);
    return Profile.read(name, tree.path("profiles").path(name));
  }

  /** A failure unless there is a profile of that name, whatever is in it. */
  static void check(ObjectNode tree, String name) {
    if (tree.path("profiles").path(name).isMissingNode()) {
      List<String> known = names(tree);
      throw Failure.of(
          FailureKind.CONFIG,
          "there is no profile " + name,
          known.isEmpty()
              ? "No profile is written down yet; `wxcard login --profile " + name + "` makes it."
              : "Known profiles: " + String.join(", ", known) + ".");
    }
  }

  private static ObjectNode member(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode present ? present : parent.putObject(name);
  }

  private static void put(ObjectNode entry, String key, Optional<String> value) {
    value.ifPresentOrElse(text -> entry.put(key, text), () -> entry.remove(key));
  }
}
