package io.github.wxcard.client.redis;

import io.github.wxcard.config.Environment;
import io.github.wxcard.config.ResolvedAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Names in Redis. The braces keep an account's keys on one server of a cluster, as scripts with
 * several keys want it.
 */
record RedisKeys(String account) {
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  static RedisKeys of(ResolvedAccount target, Environment environment) {
    String base = target.apiBase().getRawAuthority() + target.apiBase().getRawPath();
    // 127.0.0.1 is another host, with other tokens, on every machine.
    String host = target.local() ? base + "~" + machine(environment) : base;
    return new RedisKeys("wxcard:{" + host + ":" + target.appId() + "}:");
  }

  /**
   * @param name {@code access_token} or a ticket's name
   */
  String value(String name) {
    return account + name;
  }

  String lock(String name) {
    return value(name) + ":lock";
  }

  /** Asking the network for the own name may take seconds. */
  private static String machine(Environment environment) {
    try {
      return Files.readString(HOST_NAME).strip();
    } catch (IOException notLinux) {
      return environment
          .variable("HOSTNAME")
          .or(() -> environment.variable("COMPUTERNAME"))
          .orElse("local");
    }
  }
}
