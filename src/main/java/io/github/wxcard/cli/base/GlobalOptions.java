package io.github.wxcard.cli.base;

import io.github.wxcard.config.AccountSelection;
import io.github.wxcard.config.Environment;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.OutputFormat;
import io.github.wxcard.text.Language;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself: the options every command takes, before or after its name. */
@Command(
    name = "wxcard",
    description = {
      "WeChat card vouchers (微信卡券) from the shell: token, logo, card, QR code, testers, redeeming,",
      "signatures, and a sandbox that behaves as WeChat does."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Start here:  wxcard hello --sandbox",
      "Topics:      wxcard help exit-codes | environment | config"
    })
public final class GlobalOptions {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The account to use, as named in the config file.")
  public String profile;

  @Option(
      names = "--sandbox",
      scope = ScopeType.INHERIT,
      description = "Use the built-in sandbox and nothing else.")
  public boolean sandbox;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The config file; see: wxcard help config.")
  public String config;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON document instead of text.")
  public boolean json;

  @Option(
      names = "--jq",
      paramLabel = "EXPR",
      scope = ScopeType.INHERIT,
      description = {
        "Filter the JSON with a jq expression; implies --json. One that cannot",
        "be read is refused before anything is sent."
      })
  public String jq;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      scope = ScopeType.INHERIT,
      converter = DurationConverter.class,
      description = {
        "Give up after this long: 500ms, 10s, 2m. Default: 30s; none for",
        "commands that wait. In a batch it bounds each request."
      })
  public Duration timeout;

  @Option(
      names = "--dry-run",
      scope = ScopeType.INHERIT,
      description = "Print the requests instead of sending them.")
  public boolean dryRun;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show requests and answers on stderr, secrets masked.")
  public boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "Colours: auto, always or never. Default: auto.")
  public ColorChoice color = ColorChoice.AUTO;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      scope = ScopeType.INHERIT,
      description = {
        "Say what errors mean and what to do in en or zh. Default: WXCARD_LANG, else",
        "the locale."
      })
  public Language language;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and leave.")
  public boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show the version and leave.")
  public boolean version;

  private OutputFormat format;

  /**
   * What a line says of how it wants to hear of a failure, which one that cannot be parsed may do,
   * too.
   *
   * @param words without what follows {@code --}
   */
  public static GlobalOptions glimpsed(List<String> words) {
    GlobalOptions seen = new GlobalOptions();
    seen.json =
        words.contains("--json")
            || words.stream().anyMatch(word -> word.equals("--jq") || word.startsWith("--jq="));
    seen.color = ColorChoice.in(words);
    String line = " " + String.join(" ", words).toLowerCase(Locale.ROOT) + " ";
    for (Language each : Language.values()) {
      String name = each.name().toLowerCase(Locale.ROOT) + " ";
      if (line.contains(" --lang " + name) || line.contains(" --lang=" + name)) {
        seen.language = each;
        break;
      }
    }
    return seen;
  }

  /** Takes over what this line left open from the command it runs in. */
  public void inherit(GlobalOptions outer) {
    boolean choosesAccount = sandbox || profile != null;
    if (!choosesAccount) {
      sandbox = outer.sandbox;
      profile = outer.profile;
    }
    config = config == null ? outer.config : config;
    timeout = timeout == null ? outer.timeout : timeout;
    color = color == ColorChoice.AUTO ? outer.color : color;
    language = language == null ? outer.language : language;
    dryRun |= outer.dryRun;
    verbose |= outer.verbose;
  }

  /** The account as far as these say which. */
  AccountSelection account(Environment environment) {
    return new AccountSelection(
        Optional.ofNullable(profile),
        sandbox,
        Optional.ofNullable(config).map(environment::resolve));
  }

  /** What errors are told in. */
  public Language language(Environment environment) {
    return language == null ? Language.of(environment::variable) : language;
  }

  public boolean wantsJson() {
    return json || jq != null;
  }

  /** How results and failures are printed; a failure when {@code --jq} cannot be understood. */
  public OutputFormat format() {
    if (format == null) {
      format = jq != null ? OutputFormat.jq(jq) : json ? OutputFormat.JSON : OutputFormat.TEXT;
    }
    return format;
  }
}
