package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.text.ShellWord;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what points programs at a sandbox. */
@Command(
    name = "env",
    description = "Print what points a program, or an SDK, at the running sandbox.",
    footer = {
      "",
      "Without --for: the three variables that wxcard reads, for eval. With it: the library's",
      "own code or settings, to be pasted. As json and properties its settings have its own",
      "names; as sh they are variables where it reads such (wxjava-spring), else wxcard's",
      "three, with the code as a comment. The sandbox is the one that the profile or",
      "WXCARD_API_BASE names, else one at http://127.0.0.1:8900; when nothing answers there,",
      "stderr says so.",
      "",
      "Examples:",
      "  wxcard sandbox env",
      "  wxcard sandbox env --for wxjava",
      "  wxcard sandbox env --for wxjava-spring --format properties"
    })
final class SandboxEnvCommand extends Subcommand {
  @Option(
      names = "--for",
      paramLabel = "NAME",
      description = {
        "Which library: wxjava, wxjava-spring, wechatpy, co-wechat-api,",
        "easywechat, chanxuehong, senparc or curl. Default: wxcard itself."
      })
  Sdk sdk;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "sh, json or properties. Default: sh; with --for, what the library takes.")
  ProgramSettings.Form form;

  @Override
  public ProgramSettings run() {
    ResolvedAccount target = context.settings().sandbox();
    if (!context.options().dryRun) {
      look(target);
    }
    return ProgramSettings.of(Optional.ofNullable(sdk), form, SandboxAddress.of(target));
  }

  /** Settings for a sandbox that is yet to be started are worth printing, too. */
  private void look(ResolvedAccount target) {
    context.aimAt(target.apiBase(), usual -> {});
    try {
      context.weChat().sandbox().get("/sandbox/status");
    } catch (Failure failure) {
      context
          .console()
          .warn(
              failure.kind() == FailureKind.NETWORK
                  ? "nothing answers at "
                      + target.apiBase()
                      + " yet; `wxcard sandbox serve` starts a sandbox."
                  : "what answers at " + target.apiBase() + " refused: " + failure.getMessage());
    }
  }

  /**
   * What points a program at a sandbox.
   *
   * @param form how it is written; empty for code alone
   * @param settings by the names the program has for them
   * @param variables what is exported in a shell
   * @param code what a person pastes; empty when there is none
   */
  record ProgramSettings(
      Optional<Form> form, Map<String, String> settings, Map<String, String> variables, String code)
      implements Result {
    /** The notations. */
    enum Form {
      SH,
      JSON,
      PROPERTIES
    }

    /**
     * @param sdk whose settings; empty for those of wxcard
     * @param form the notation that was asked for, or null
     */
    static ProgramSettings of(Optional<Sdk> sdk, Form form, SandboxAddress address) {
      if (sdk.isEmpty()) {
        Map<String, String> own = address.variables();
        return new ProgramSettings(Optional.of(form == null ? Form.SH : form), own, own, "");
      }
      Map<String, String> settings = sdk.get().settings(address);
      String code = sdk.get().code(address);
      Optional<Form> usual = code.isEmpty() ? Optional.of(Form.PROPERTIES) : Optional.empty();
      return new ProgramSettings(
          Optional.ofNullable(form).or(() -> usual),
          settings,
          code.isEmpty() ? asVariables(settings) : address.variables(),
          code);
    }

    @Override
    public ObjectNode json() {
      ObjectNode document = Json.object();
      settings.forEach(document::put);
      return document;
    }

    @Override
    public void text(Page page) {
      page.data(form.map(this::written).orElse(code));
    }

    private String written(Form notation) {
      return switch (notation) {
        case JSON -> Json.write(json());
        case PROPERTIES -> lines(settings, "%s=%s");
        case SH -> shell();
      };
    }

    private String shell() {
      Map<String, String> quoted = new LinkedHashMap<>();
      variables.forEach((name, value) -> quoted.put(name, ShellWord.quoted(value)));
      return code.lines()
          .map(line -> "\n# " + line)
          .collect(Collectors.joining("", lines(quoted, "export %s=%s"), ""));
    }

    private static String lines(Map<String, String> settings, String line) {
      return settings.entrySet().stream()
          .map(setting -> line.formatted(setting.getKey(), setting.getValue()))
          .collect(Collectors.joining("\n"));
    }

    /** As Spring reads them: without hyphens, in capitals, an underscore for a dot. */
    private static Map<String, String> asVariables(Map<String, String> settings) {
      Map<String, String> variables = new LinkedHashMap<>();
      settings.forEach(
          (name, value) ->
              variables.put(
                  name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), value));
      return variables;
    }
  }
}
