package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.ExampleShell;
import io.github.wxcard.HeldTicket;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.PlainHost;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.base.CommandContext.Nesting;
import io.github.wxcard.scenario.WordSplitter;
import io.github.wxcard.scenario.WordSplitter.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of every help, in an empty folder far from the checkout. */
class HelpExamplesTest {
  private static final String SECRETS = "token\nabcdefghijklmnopqrstuvwxyz0123456789ABCDEFG\n";
  private static final String ACCOUNT = "wx5a4db0c0000c0de1\n0123456789abcdef0123456789abcdef\n";

  /** They run until they are stopped, talk to what another line has begun, or run programs. */
  private static final List<String> ONLY_PARSED =
      List.of("event listen", "sandbox serve", "sandbox wait", "--follow", "sandbox exec");

  /** Their ids stand for things that only tests of their own lay out; WeChat refuses them here. */
  private static final Set<String> REFUSED =
      Set.of(
          "consume",
          "code decrypt",
          "code update",
          "code deposit",
          "code check",
          "code count",
          "code void",
          "member update",
          "member form-data",
          "ticket movie",
          "ticket boarding",
          "stats member-detail",
          "submerchant update",
          "submerchant get",
          "callback-check",
          "event check",
          "sandbox scan",
          "sandbox addcard",
          "sandbox events",
          "sandbox gift",
          "sandbox accept",
          "sandbox return",
          "sandbox activate");

  @TempDir static Path homes;
  private static final Map<String, HeldTicket> HELD = new HashMap<>();
  private static ServedAccount shop;
  private static PlainHost merchant;

  @TempDir Path home;

  static Stream<String> commands() {
    return Leaves.all().stream().map(leaf -> leaf.qualifiedName().substring("wxcard ".length()));
  }

  @BeforeAll
  static void prepare() throws IOException {
    shop = new ServedAccount();
    merchant =
        PlainHost.answering(
            (request, out) -> {
              PlainHost.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nsuccess");
              return true;
            });
    for (String sample : List.of("groupon", "member-card", "meeting-ticket")) {
      Wxcard wx = new Wxcard(Files.createDirectories(homes.resolve(sample)));
      HELD.put(sample, HeldTicket.ofSample(wx, sample + ".json"));
    }
  }

  @AfterAll
  static void stop() {
    shop.close();
    merchant.close();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void an_example_needs_nothing_but_the_program(String command) throws IOException {
    String sample =
        command.startsWith("member") || command.equals("sandbox activate")
            ? "member-card"
            : command.startsWith("ticket") ? "meeting-ticket" : "groupon";
    HeldTicket held = HELD.get(sample);
    copy(homes.resolve(sample), home);
    Path empty = Files.createDirectories(home.resolve("empty"));
    String profile = command.startsWith("config ") ? "shop" : "sandbox";
    Wxcard wx = new Wxcard(home).in(empty).with("WXCARD_PROFILE", profile);
    shop.configure(wx.config());
    wx.with("WXCARD_SECRET", "0123456789abcdef0123456789abcdef");
    wx.with("WXCARD_CALLBACK_TOKEN", "mytoken123");
    wx.typing(command.equals("login") ? ACCOUNT : SECRETS);
    ExampleShell shell = new ExampleShell(wx);
    for (String line : ExampleShell.lines(wx.run((command + " --help").split(" ")).out())) {
      if (ONLY_PARSED.stream().anyMatch(line::contains)) {
        assertThat(new NestedCommandRunner(null, Nesting.QUIET).check(words(line)))
            .as(line)
            .isEmpty();
      } else {
        shell.run(real(line, held)).ifPresent(run -> assertWorks(command, run));
      }
    }
  }

  private static void assertWorks(String command, Run run) {
    if (REFUSED.contains(command)) {
      assertThat(run.exitCode()).as(run.toString()).isIn(0, 5, 8);
    } else {
      run.exits(0);
    }
  }

  private static String real(String line, HeldTicket held) {
    return line.replace(HelpExamples.CARD_ID, held.cardId())
        .replace(HelpExamples.CODE, held.code())
        .replace(HelpExamples.OPENID, held.openid())
        .replace("http://127.0.0.1:8901", merchant.base().toString());
  }

  private static List<String> words(String line) {
    return WordSplitter.split(line.replaceAll(" &.*| [<>] \\S+", ""), name -> "$" + name).stream()
        .map(Word::text)
        .skip(1)
        .toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
