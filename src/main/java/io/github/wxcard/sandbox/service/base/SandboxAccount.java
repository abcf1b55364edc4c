package io.github.wxcard.sandbox.service.base;

/** The one account of a sandbox. It is a test account: its cards stay unapproved. */
public final class SandboxAccount {
  public static final String APP_ID = "wx5a4db0c0000c0de1";

  /** The account's AppSecret, which protects nothing. */
  public static final String SECRET = "0123456789abcdef0123456789abcdef";

  /** The account's original id, by which its events name it. */
  public static final String ORIGINAL_ID = "gh_5a4db0c0c0de";

  /** What card ids and openids of one account share, after their first letter. */
  public static final String ID_STEM = "5a4Db";

  private SandboxAccount() {}
}
