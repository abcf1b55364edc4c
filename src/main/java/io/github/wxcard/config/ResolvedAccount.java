package io.github.wxcard.config;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The account and the host a run talks to.
 *
 * @param profile the profile's name; {@code environment} when only variables describe the account
 * @param builtIn whether the sandbox inside the program serves, whose address is known once it runs
 * @param mpBase where QR images are shown
 * @param cacheKey under which the config file keeps this account's tokens
 * @param tokenStore where this account's tokens are shared with other machines
 * @param origins which setting came from where, in words, for {@code doctor}
 */
public record ResolvedAccount(
    String profile,
    boolean builtIn,
    String appId,
    String secret,
    URI apiBase,
    URI mpBase,
    String cacheKey,
    Optional<TokenStoreAddress> tokenStore,
    Map<String, String> origins) {

  /** The name that always means the built-in sandbox. */
  public static final String SANDBOX = "sandbox";

  /** Where links of a sandbox lead: the address a later {@code sandbox serve} answers on. */
  private static final URI SANDBOX_LINKS = URI.create("http://127.0.0.1:8900");

  private static final String SANDBOX_APP_ID = "wx5a4db0c0000c0de1";
  private static final String SANDBOX_SECRET = "0123456789abcdef0123456789abcdef";

  static ResolvedAccount sandbox(String chosenBy) {
    Map<String, String> origins = new LinkedHashMap<>();
    origins.put("profile", chosenBy);
    for (String setting : new String[] {"appId", "secret", "apiBase", "mpBase"}) {
      origins.put(setting, "built-in sandbox");
    }
    return new ResolvedAccount(
        SANDBOX,
        true,
        SANDBOX_APP_ID,
        SANDBOX_SECRET,
        SANDBOX_LINKS,
        SANDBOX_LINKS,
        cacheKey(SANDBOX_APP_ID, SANDBOX_LINKS),
        Optional.empty(),
        origins);
  }

  /** One that answers at some address, whatever account is set; nothing secret goes there. */
  public static ResolvedAccount sandboxAt(URI base) {
    return sandbox("the command line").at(base, "");
  }

  /** The AppID of every new sandbox. */
  public static String sandboxAppId() {
    return SANDBOX_APP_ID;
  }

  static String cacheKey(String appId, URI apiBase) {
    return appId + "@" + apiBase;
  }

  /**
   * The built-in sandbox once it answers. Its port differs from run to run, so tokens are kept
   * under the address of its links and the identity of its database.
   */
  public ResolvedAccount at(URI base, String instance) {
    String key = cacheKey(appId, SANDBOX_LINKS) + "#" + instance;
    return new ResolvedAccount(
        profile, builtIn, appId, secret, base, base, key, Optional.empty(), origins);
  }

  /** Whether an address is of another of WeChat's hosts that answer the same calls. */
  public boolean hasAlias(URI address) {
    return BaseAddress.isWeChatsApi(apiBase) && BaseAddress.isWeChatsApi(address);
  }

  /** Whether the host is this machine, and so nobody's real account. */
  public boolean local() {
    return BaseAddress.isLoopback(apiBase);
  }

  /**
   * Whether it is a sandbox: one on this machine, or one elsewhere with the AppID and the secret
   * that every new sandbox has.
   */
  public boolean isSandbox() {
    return local() || (isKnownToAll(appId, secret) && !BaseAddress.isWeChats(apiBase));
  }

  /** Whether these are what every new sandbox has, so that nobody can listen to learn them. */
  static boolean isKnownToAll(String appId, String secret) {
    return SANDBOX_APP_ID.equals(appId) && SANDBOX_SECRET.equals(secret);
  }

  /** Without the secret: records are printed by debuggers and failed assertions. */
  @Override
  public String toString() {
    return "ResolvedAccount[" + profile + " " + cacheKey + "]";
  }
}
