package io.github.wxcard.cli.share;

import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.List;
import picocli.CommandLine.Option;

/** Who gets a mass message: one of three ways to say so. */
final class Receivers {
  private static final int FEWEST = 2;
  private static final int MOST = 10_000;

  @Option(names = "--all", description = "Every follower.")
  @BodyField("filter/is_to_all")
  Boolean all;

  @Option(names = "--tag", paramLabel = "N", description = "The followers with this tag_id.")
  @BodyField(value = "filter/tag_id", least = 0)
  Long tag;

  @Option(
      names = "--openid",
      paramLabel = "O",
      description = "These users, from 2 to 10,000: repeat it.")
  @BodyField("touser")
  List<String> openids;

  /** Where the message is posted to; a number of openids that WeChat does not take is refused. */
  String path() {
    if (openids == null) {
      return "/cgi-bin/message/mass/sendall";
    }
    if (openids.size() < FEWEST || openids.size() > MOST) {
      throw Failure.of(
          Kind.INPUT,
          "a mass message goes to 2 to 10,000 openids, and this is " + openids.size(),
          "Write to one with `wxcard message send`, to more by --tag.");
    }
    return "/cgi-bin/message/mass/send";
  }

  /** How a person would say who they are. */
  String words() {
    if (openids != null) {
      return openids.size() + " users";
    }
    return all != null ? "EVERY follower" : "the followers with tag " + tag;
  }
}
