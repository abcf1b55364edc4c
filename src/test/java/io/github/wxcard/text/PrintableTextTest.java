package io.github.wxcard.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");
  private static final Pattern COMMAND =
      Pattern.compile("(?i)\\A[\\s\\p{Z}]*::.*::|##\\[|##vso\\[|##teamcity\\[", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "微信卡券，8.5 折！",
        "C:\\new\\table",
        "naïve Ünïcödé 한국 ｆｕｌｌ",
        "e\u0301",
        "\u3000a\u00a0b",
        "👨‍👩‍👧‍👦 👩🏽‍🚀 ❤️ 🏳️‍🌈 1️⃣",
        "::1",
        "::ffff:1.2.3.4",
        "a ::b::",
        "# [1] ## x",
        "\ue001"
      })
  void ordinary_text_stays(String text) {
    assertThat(PrintableText.line(text)).isEqualTo(text);
    assertThat(PrintableText.lines(text + "\n\t" + text)).isEqualTo(text + "\n\t" + text);
  }

  @Test
  void what_steers_turns_breaks_or_hides_is_shown() {
    assertThat(PrintableText.line("a\nb\rc\td\0e\u001bf\u007fg\u0085h\u009bi"))
        .isEqualTo("a\\nb\\rc\\td\\u0000e\\u001bf\\u007fg\\u0085h\\u009bi");
    assertThat(PrintableText.line("\u202a\u202e\u2066\u2069\u200e\u200f\u061c\u2028\u2029"))
        .isEqualTo("\\u202a\\u202e\\u2066\\u2069\\u200e\\u200f\\u061c\\u2028\\u2029");
    assertThat(PrintableText.line("a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u3164h\ufe01"))
        .isEqualTo("a\\u200bb\\u200cc\\u200dd\\u2060e\\ufefff\\u00adg\\u3164h\\ufe01");
    assertThat(PrintableText.line("x" + Character.toString(0xe0041) + "\ud800y\udc00"))
        .isEqualTo("x\\udb40\\udc41\\ud800y\\udc00");
  }

  @ParameterizedTest
  @CsvSource({
    "::set-output name=a::b, \\u003a:set-output name=a::b",
    "'  ::add-mask::b', '  \\u003a:add-mask::b'",
    "'\u3000::error::b', '\u3000\\u003a:error::b'",
    "a ##[set-env name=A]b, a \\u0023#[set-env name=A]b",
    "###[group]b, #\\u0023#[group]b",
    "'##vso[task.setvariable variable=A]b', '\\u0023#vso[task.setvariable variable=A]b'",
    "'##VSO[task.x]', '\\u0023#VSO[task.x]'",
    "##teamcity[buildStop], \\u0023#teamcity[buildStop]"
  })
  void no_line_is_a_command_to_a_ci_system(String text, String shown) {
    assertThat(PrintableText.line(text)).isEqualTo(shown);
    assertThat(PrintableText.lines("a\n" + text + "\nb")).isEqualTo("a\n" + shown + "\nb");
    assertThat(PrintableText.line("a\n" + text)).startsWith("a\\n");
  }

  @Test
  void a_windows_line_end_is_one() {
    assertThat(PrintableText.lines("a\r\nb\rc")).isEqualTo("a\nb\\rc");
  }

  @Test
  void whatever_the_text_nothing_hidden_is_left() {
    Random random = new Random(19);
    String[] pieces = {
      "::",
      "##[",
      "##vso[",
      " ",
      "\n",
      "\r",
      "\u001b[1m",
      "\u202e",
      "\u200d",
      "券",
      "👩",
      "\ud83d",
      "\t",
      "a"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        text.append(
            random.nextInt(4) == 0
                ? String.valueOf((char) random.nextInt(0x10000))
                : pieces[random.nextInt(pieces.length)]);
      }
      String line = PrintableText.line(text.toString());
      assertThat(HIDDEN.matcher(line.replace("👩\u200d👩", "")).find() && !line.contains("\u200d"))
          .as(line)
          .isFalse();
      assertThat(COMMAND.matcher(line).find()).as(line).isFalse();
      assertThat(PrintableText.line(line)).isEqualTo(line);
      for (String each : PrintableText.lines(text.toString()).split("\n", -1)) {
        assertThat(COMMAND.matcher(each).find()).as(each).isFalse();
      }
    }
  }
}
