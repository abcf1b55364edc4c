package io.github.wxcard.cli.account;

import io.github.wxcard.cli.account.DoctorReport.Setting;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.SandboxDatabase;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.Version;
import io.github.wxcard.error.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every setting with its value and where it came from; secrets only as set or not set. */
final class SettingOrigins {
  private final CommandContext context;
  private final List<Setting> settings = new ArrayList<>();

  SettingOrigins(CommandContext context) {
    this.context = context;
  }

  /**
   * @param target empty when no account could be worked out
   */
  List<Setting> of(Optional<ResolvedAccount> target) {
    add("wxcard", Version.current(), "Java " + Runtime.version());
    add(
        "config file",
        context.settings().file().path().toString(),
        context.settings().fileOrigin());
    target.ifPresent(this::account);
    Optional<Path> database = context.program().sandboxDatabase().file();
    boolean named = context.environment().variable("WXCARD_SANDBOX_DB").isPresent();
    add(
        "sandbox",
        database.map(Path::toString).orElse(SandboxDatabase.MEMORY),
        named ? "WXCARD_SANDBOX_DB" : "default");
    variable("WXCARD_CA_FILE");
    variable("HTTPS_PROXY");
    variable("NO_PROXY");
    return settings;
  }

  private void add(String name, String value, String origin) {
    settings.add(new Setting(name, value, origin));
  }

  private void account(ResolvedAccount target) {
    Map<String, String> origins = target.origins();
    add("profile", target.profile(), origins.get("profile"));
    add("AppID", target.appId(), origins.get("appId"));
    add("secret", "set", origins.get("secret"));
    add("API base", target.apiBase().toString(), origins.get("apiBase"));
    add("MP base", target.mpBase().toString(), origins.get("mpBase"));
    target.tokenStore().ifPresent(store -> add("token store", store.toString(), store.origin()));
    callback(target);
  }

  /** What is wrong with it is told by the commands that need it. */
  private void callback(ResolvedAccount target) {
    try {
      context
          .settings()
          .callback(target)
          .ifPresent(
              block -> {
                add("callback Token", "set", block.tokenOrigin());
                if (!block.encodingAesKey().isEmpty()) {
                  add("EncodingAESKey", "set", block.keyOrigin());
                }
              });
    } catch (Failure unusable) {
      add("callback Token", "unusable", unusable.getMessage());
    }
  }

  private void variable(String name) {
    Environment environment = context.environment();
    String small = name.toLowerCase(Locale.ROOT);
    boolean capital = environment.variable(name).isPresent() || name.startsWith("WXCARD");
    String found = capital ? name : small;
    environment
        .variable(found)
        .ifPresent(value -> add(found, value.replaceAll("//[^/@]*@", "//***@"), found));
  }
}
