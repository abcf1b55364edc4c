package io.github.wxcard.cli.member;

import io.github.wxcard.cli.base.BodyField;
import picocli.CommandLine.Option;

/** Which changes the member is told of. */
final class Notices {
  @Option(
      names = "--notify-bonus",
      negatable = true,
      description = "Tell of changed points, as WeChat does unless told not to.")
  @BodyField("notify_optional/is_notify_bonus")
  Boolean bonus;

  @Option(
      names = "--notify-balance",
      negatable = true,
      description = "Tell of changed stored value, as WeChat does unless told not to.")
  @BodyField("notify_optional/is_notify_balance")
  Boolean balance;

  @Option(
      names = "--notify-field1",
      negatable = true,
      description = "Tell of a changed custom_field1; WeChat does not by itself.")
  @BodyField("notify_optional/is_notify_custom_field1")
  Boolean field1;

  @Option(names = "--notify-field2", negatable = true, description = "The same of custom_field2.")
  @BodyField("notify_optional/is_notify_custom_field2")
  Boolean field2;

  @Option(names = "--notify-field3", negatable = true, description = "The same of custom_field3.")
  @BodyField("notify_optional/is_notify_custom_field3")
  Boolean field3;
}
