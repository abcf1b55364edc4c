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
import java.util.Optional;

/** Every setting with its value and where it came from; secrets only as set or not set. */
final class SettingOrigins {
  private final CommandContext context;

  SettingOrigins(CommandContext context) {
    this.context = context;
  }

  /**
   * @param target empty when no account could be worked out
   */
  List<Setting> of(Optional<ResolvedAccount> target) {
    List<Setting> settings = new ArrayList<>();
    settings.add(new Setting("wxcard", Version.current(), "Java " + Runtime.version()));
    settings.add(
        new Setting(
            "config file",
            context.settings().file().path().toString(),
            context.settings().fileOrigin()));
    target.ifPresent(known -> account(known, settings));
    settings.add(
        new Setting(
            "sandbox",
            context
                .program()
                .sandboxDatabase()
                .file()
                .map(Path::toString)
                .orElse(SandboxDatabase.MEMORY),
            origin("WXCARD_SANDBOX_DB", "default")));
    variable("WXCARD_CA_FILE", settings);
    variable("HTTPS_PROXY", settings);
    variable("NO_PROXY", settings);
    return settings;
  }

  private void account(ResolvedAccount target, List<Setting> settings) {
    settings.add(new Setting("profile", target.profile(), target.origins().get("profile")));
    settings.add(new Setting("AppID", target.appId(), target.origins().get("appId")));
    settings.add(new Setting("secret", "set", target.origins().get("secret")));
    settings.add(
        new Setting("API base", target.apiBase().toString(), target.origins().get("apiBase")));
    settings.add(
        new Setting("MP base", target.mpBase().toString(), target.origins().get("mpBase")));
    target
        .tokenStore()
        .ifPresent(
            store -> settings.add(new Setting("token store", store.toString(), store.origin())));
    callback(target, settings);
  }

  /** What is wrong with it is told by the commands that need it. */
  private void callback(ResolvedAccount target, List<Setting> settings) {
    try {
      context
          .settings()
          .callback(target)
          .ifPresent(
              block -> {
                settings.add(new Setting("callback Token", "set", block.tokenOrigin()));
                if (!block.encodingAesKey().isEmpty()) {
                  settings.add(new Setting("EncodingAESKey", "set", block.keyOrigin()));
                }
              });
    } catch (Failure unusable) {
      settings.add(new Setting("callback Token", "unusable", unusable.getMessage()));
    }
  }

  private void variable(String name, List<Setting> settings) {
    Environment environment = context.environment();
    String small = name.toLowerCase(Locale.ROOT);
    boolean capital = environment.variable(name).isPresent() || name.startsWith("WXCARD");
    environment
        .variable(capital ? name : small)
        .map(value -> value.replaceAll("//[^/@]*@", "//***@"))
        .ifPresent(value -> settings.add(new Setting(name, value, capital ? name : small)));
  }

  private String origin(String variable, String otherwise) {
    return context.environment().variable(variable).isPresent() ? variable : otherwise;
  }
}
