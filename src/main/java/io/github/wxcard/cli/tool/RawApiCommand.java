package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.KeyValueOptions;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.RawApiResponse;
import io.github.wxcard.client.RawCalls;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.input.InputFile;
import io.github.wxcard.output.OutputFile;
import io.github.wxcard.output.Result;
import io.github.wxcard.text.KeyValue;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes any call of WeChat's API. */
@Command(
    name = "api",
    description = "Make any call of the API; the access token is added, the answer is printed.",
    footer = {
      "",
      "A refusal goes to stderr and decides the exit code, as everywhere. GET and calls that only",
      "read are repeated when an answer is lost; every other POST is sent once. An answer that"
          + " does",
      "not look like the call's success is exit 6; of a path that wxcard does not know, any JSON",
      "object and any file is taken for one.",
      "",
      "A field's NAME may lead deeper: base_info.title, base_info[title] or /base_info/title.",
      "codes[]=a codes[]=b is a list of two, codes[] alone an empty one, list[][id]=1 a list of",
      "objects; codes[0] is an element of the --body, whose values fields may replace. The VALUE"
          + " is",
      "JSON where it reads as such, so a code of digits needs --raw-field.",
      "",
      "Examples:",
      "  wxcard api POST /card/batchget --field offset=0 --field count=10",
      "  wxcard api POST /card/code/get --raw-field code=759733467744 --field check_consume=false",
      "  echo '{\"action_name\": \"QR_CARD\", \"action_info\": {\"card\":",
      "    {\"card_id\": \"pFS7Fjg8kV1IdDz01r4SQwMkuCKc\"}}}' > qr.json",
      "  wxcard api POST /card/qrcode/create --body qr.json --dry-run",
      "  wxcard qrcode --from-url http://weixin.qq.com/q/a --png logo.png",
      "  wxcard api POST /cgi-bin/media/uploadimg --file buffer=logo.png",
      "  wxcard api GET /card/getcolors --jq '.colors[0].name'",
      "  wxcard api --list"
    })
public final class RawApiCommand extends Subcommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "METHOD",
      completionCandidates = Methods.class,
      description = "GET or POST.")
  String method;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PATH",
      completionCandidates = CallPaths.class,
      description = "The path, such as /card/get; a query may follow it.")
  String path;

  @Option(
      names = "--body",
      paramLabel = "FILE",
      description = "The JSON body to post; - reads standard input.")
  String body;

  @Option(
      names = "--field",
      paramLabel = "NAME=VALUE",
      description = "Set a field of the body to a JSON value, or else to text; repeat for more.")
  List<String> fields = List.of();

  @Option(
      names = "--raw-field",
      paramLabel = "NAME=TEXT",
      description = "Set a field of the body to text; repeat for more.")
  List<String> texts = List.of();

  @Option(
      names = "--query",
      paramLabel = "NAME=TEXT",
      description = "Add a parameter to the query; repeat for more.")
  List<String> query = List.of();

  @Option(
      names = "--file",
      paramLabel = "FIELD=FILE",
      description = "Upload this file in a form, instead of a JSON body.")
  String file;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the answer, such as an image, to this file and print its name.")
  String out;

  @Option(names = "--list", description = "List the calls that wxcard knows; offline.")
  boolean list;

  /** The methods that WeChat's API has. */
  static final class Methods implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("GET", "POST").iterator();
    }
  }

  /** The paths that wxcard knows. */
  static final class CallPaths implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return KnownPaths.all().iterator();
    }
  }

  @Override
  public Result run() {
    if (list) {
      return KnownPaths.list();
    }
    boolean posts = posts();
    JsonBodyBuilder content = new JsonBodyBuilder(body, fields, texts);
    if (file != null && !content.isEmpty()) {
      throw Failure.of(
          FailureKind.USAGE, "a call has a JSON body or a file", "Leave one of them out.");
    }
    if (!posts && (file != null || !content.isEmpty())) {
      throw Failure.of(
          FailureKind.USAGE, "a GET request has no body", "Use --query for parameters, or POST.");
    }
    OutputFile target = out == null ? null : OutputFile.at(context.environment().resolve(out));
    ApiAddress address = ApiAddress.of(path, query, context.target());
    warnAbout(address);
    RawApiResponse answer = answer(posts, address, content);
    if (target != null && context.recorded().isEmpty()) {
      target.write(answer.body());
    }
    return new RawApiResult(answer, context.console().terminal().outTerminal(), out);
  }

  private boolean posts() {
    if (path == null) {
      throw Failure.of(
          FailureKind.USAGE,
          "METHOD and PATH are needed",
          "Write it like wxcard api POST /card/batchget.");
    }
    if (!method.equalsIgnoreCase("GET") && !method.equalsIgnoreCase("POST")) {
      throw Failure.of(
          FailureKind.USAGE, "'" + method + "' is no method of WeChat's API", "Use GET or POST.");
    }
    return method.equalsIgnoreCase("POST");
  }

  private void warnAbout(ApiAddress address) {
    if (address.hadToken()) {
      context.console().warn("the access_token in the address is left out; wxcard adds its own");
    }
    KnownPaths.meantBy(address.path())
        .ifPresent(near -> context.console().warn("no known path; was " + near + " meant?"));
  }

  private RawApiResponse answer(boolean posts, ApiAddress address, JsonBodyBuilder content) {
    try {
      return posts
          ? post(address, content)
          : context.weChat().raw().get(address.path(), address.query());
    } catch (Failure refused) {
      KnownPaths.explain(refused, address.path());
      throw refused;
    }
  }

  private RawApiResponse post(ApiAddress address, JsonBodyBuilder content) {
    if (file == null) {
      JsonNode tree = content.read(context);
      return context.weChat().raw().post(address.path(), address.query(), tree);
    }
    KeyValue upload = KeyValueOptions.one("--file", file, "buffer=logo.png");
    Path source = context.environment().resolve(upload.value());
    byte[] bytes = InputFile.read(source, upload.value(), context.timeLimit());
    RawCalls calls = context.weChat().raw();
    String name = String.valueOf(source.getFileName());
    return calls.upload(address.path(), address.query(), upload.key(), name, bytes);
  }
}
