package io.github.wxcard.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wxcard.record.ExchangeConnection.Received;
import io.github.wxcard.record.ExchangeConnection.Result;
import io.github.wxcard.record.ExchangeTable.Step;
import io.github.wxcard.record.ExchangeVariants.Call;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import io.github.wxcard.sandbox.http.AccessRules;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import io.github.wxcard.sandbox.service.base.IpWhitelist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Has the exchanges of a table with a sandbox of their own and writes down each of them. */
final class ExchangeRecorder implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

  /** Real time, and the one header that tells of it. */
  private static final Pattern DATE =
      Pattern.compile("\r\nDate: \\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT\r\n");

  private static final Pattern CONNECTION =
      Pattern.compile("\r\nConnection: (close|keep-alive)\r\n");
  private static final Pattern LENGTH = Pattern.compile("\r\nContent-length: [0-9]+\r\n");

  /** How long a call took on this machine, as the journal has it. */
  private static final Pattern MILLIS = Pattern.compile("\"ms\":[0-9.]+");

  /** A sandbox's name, which no seed makes. */
  private static final Pattern INSTANCE = Pattern.compile("\"instance\":\"[0-9a-f]{16}\"");

  /** The headers of a picture come in either order. */
  private static final Pattern CACHED =
      Pattern.compile("\r\n(Cache-Control: [^\r]+)\r\n(Content-Type: [^\r]+)\r\n");

  private static final int LONGEST_SPELT_OUT = 100;

  /** What may stand in parentheses beside the names of fields. */
  private static final Set<String> NO_FIELDS = Set.of("", "free", "refused");

  private final Random random = new Random(0);
  private final Sandbox sandbox;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final Map<String, String> exchanges = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private JsonNode last;

  private ExchangeRecorder(String words) {
    Set<String> how = Set.of(words.split(" "));
    AccountPolicy policy =
        new AccountPolicy(
            how.contains("strict"),
            values(how, "without=").stream()
                .map(word -> AccountRight.named(word).orElseThrow())
                .collect(Collectors.toSet()),
            how.contains("auto-approve"),
            how.contains("deposit-counts"),
            new IpWhitelist(
                values(how, "whitelist=").stream()
                    .map(word -> IpWhitelist.Block.parse(word).orElseThrow())
                    .toList()));
    AccessRules access =
        new AccessRules(
            Optional.empty(), values(how, "host="), values(how, "token=").stream().findAny());
    sandbox =
        Sandbox.start(
            new SandboxOptions(
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.of(URI.create("http://127.0.0.1:8900")),
                Clock.fixed(Instant.parse("2026-10-01T04:00:00Z"), ZoneOffset.UTC),
                random,
                policy,
                false,
                access));
  }

  /** The exchanges of a group by their names. */
  static Map<String, String> record(String group) {
    List<Step> steps = ExchangeTable.read(group);
    String how =
        steps.stream()
            .filter(step -> step.verb().equals("sandbox"))
            .map(Step::text)
            .collect(Collectors.joining(" "));
    try (ExchangeRecorder recorder = new ExchangeRecorder(how)) {
      steps.forEach(recorder::take);
      if (!recorder.wrong.isEmpty()) {
        throw new AssertionError(group + ": " + String.join("\n", recorder.wrong));
      }
      return recorder.exchanges;
    }
  }

  private static Set<String> values(Set<String> words, String key) {
    return words.stream()
        .filter(word -> word.startsWith(key))
        .map(word -> word.substring(key.length()))
        .collect(Collectors.toSet());
  }

  private void take(Step step) {
    String text = step.verb().equals("keep") ? step.text() : filled(step.text());
    switch (step.verb()) {
      case "sandbox" -> {}
      case "let" -> variables.put(step.name(), text);
      case "keep" -> variables.put(step.name(), kept(step, text));
      case "call" -> call(step.name(), whole(text));
      case "open" -> call(step.name(), ExchangeVariants.call(text));
      case "each" -> each(step, ExchangeVariants.of(ExchangeVariants.call(text)));
      case "raw" -> {
        int answers = step.extra().isEmpty() ? 1 : Integer.parseInt(step.extra());
        send(step.name(), ExchangeText.bytes(text), answers, false);
      }
      case "half" -> send(step.name(), ExchangeText.bytes(text), 0, true);
      default -> throw new IllegalArgumentException("no such verb: " + step);
    }
  }

  private Call whole(String text) {
    return ExchangeVariants.of(ExchangeVariants.call(text)).whole(token());
  }

  private String token() {
    return variables.getOrDefault("token", "");
  }

  private String kept(Step step, String pointer) {
    JsonNode value = last.at(pointer);
    if (value.isMissingNode()) {
      throw new AssertionError("no " + pointer + " for " + step.name() + " in " + last);
    }
    return value.asText();
  }

  private void each(Step step, ExchangeVariants variants) {
    List<String> words = Arrays.asList(step.extra().split(" "));
    boolean free = words.contains("free");
    List<String> optional = words.stream().filter(word -> !NO_FIELDS.contains(word)).toList();
    String token = free ? "" : token();
    variants
        .broken(token, !free, optional)
        .forEach((how, call) -> call(step.name() + " " + how, call));
    call(step.name(), variants.whole(token));
    JsonNode good = last;
    if (good.path("errcode").asInt() != 0 && !words.contains("refused")) {
      wrong.add(step.name() + " should have succeeded: " + good);
    }
    variants.lacking(token, optional).forEach((how, call) -> call(step.name() + " " + how, call));
    last = good;
  }

  private void call(String name, Call call) {
    byte[] body = (call.body() == null ? "" : call.body()).getBytes(StandardCharsets.UTF_8);
    String head = call.method() + " " + call.target() + " HTTP/1.1\r\nHost: localhost\r\n";
    String length = call.body() == null ? "" : "Content-Length: " + body.length + "\r\n";
    byte[] start = (head + length + "\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] request = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, request, start.length, body.length);
    send(name, request, 1, false);
  }

  private void send(String name, byte[] written, int answers, boolean half) {
    byte[] requests = measured(written);
    // What one exchange draws does not depend on what the exchanges before it drew.
    random.setSeed(name.hashCode());
    boolean headOnly = new String(written, StandardCharsets.ISO_8859_1).startsWith("HEAD ");
    try (ExchangeConnection connection = new ExchangeConnection(sandbox.base())) {
      Result result = connection.exchange(requests, answers, headOnly, half);
      StringBuilder text = new StringBuilder("=== " + name + "\n");
      text.append(shown(requests));
      result.answers().forEach(answer -> text.append(shown(answer, half)));
      text.append(result.kept() ? "connection kept\n" : "connection closed\n");
      if (exchanges.put(name, text.toString()) != null) {
        throw new AssertionError("two exchanges have the name " + name);
      }
      last = result.answers().isEmpty() ? JSON.missingNode() : tree(result.answers().get(0).body());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.missingNode(); // a picture, or words
    }
  }

  /** A request; what is long and has a name stands there by its name. */
  private String shown(byte[] request) {
    String lines = ExchangeText.lines("> ", request);
    for (Map.Entry<String, String> each : variables.entrySet()) {
      if (each.getValue().length() > LONGEST_SPELT_OUT) {
        lines = lines.replace(each.getValue(), "‹" + each.getKey() + "›");
      }
    }
    return lines;
  }

  private static String shown(Received answer, boolean half) {
    String head = DATE.matcher(answer.head()).replaceFirst("\r\nDate: now\r\n");
    head = CACHED.matcher(head).replaceFirst("\r\n$2\r\n$1\r\n");
    if (half) {
      // It depends on which is seen first, the request or the end behind it.
      head = CONNECTION.matcher(head).replaceFirst("\r\nConnection: either\r\n");
    }
    String body =
        head.contains("\r\nContent-Type: image/")
            ? "< ‹" + digest(answer.body()) + "›\n"
            : ExchangeText.lines("< ", answer.body());
    Matcher millis = MILLIS.matcher(body);
    if (millis.find()) {
      body = millis.replaceAll("\"ms\":0");
      head = LENGTH.matcher(head).replaceFirst("\r\nContent-length: varies\r\n");
    }
    String lines = ExchangeText.lines("< ", head.getBytes(StandardCharsets.UTF_8));
    return lines.substring(0, lines.lastIndexOf('<'))
        + INSTANCE.matcher(body).replaceAll("\"instance\":\"varies\"");
  }

  private static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return content.length + " bytes, SHA-256 " + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String filled(String text) {
    Matcher variable = VARIABLE.matcher(text);
    return variable.replaceAll(
        match -> {
          String name = match.group(1) == null ? match.group(2) : match.group(1);
          String value = name.equals("length") ? "$length" : variables.get(name);
          if (value == null) {
            throw new IllegalArgumentException("nothing is named $" + name);
          }
          return Matcher.quoteReplacement(value);
        });
  }

  /** Puts the length of what follows the head where it is wanted. */
  private static byte[] measured(byte[] written) {
    String text = new String(written, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(new String(END_OF_HEAD, StandardCharsets.US_ASCII));
    if (end < 0 || !text.substring(0, end).contains("$length")) {
      return written;
    }
    String length = Integer.toString(text.length() - end - END_OF_HEAD.length);
    return (text.substring(0, end).replace("$length", length) + text.substring(end))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
