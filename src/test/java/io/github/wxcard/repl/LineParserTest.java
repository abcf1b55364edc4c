package io.github.wxcard.repl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.scenario.WordSplitter;
import io.github.wxcard.scenario.WordSplitter.Word;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserTest {
  @ParameterizedTest
  @ValueSource(strings = {"plain", "my card.json", "it's", "a\"b", "#x", "x$code", "C:\\x", "a$5"})
  void a_quoted_value_reads_back_as_one_word(String value) {
    assertThat(WordSplitter.split(escaped(value), name -> "wrong").stream().map(Word::text))
        .containsExactly(value);
  }

  @Test
  void the_names_of_the_session_stay_names() {
    assertThat(escaped("$code")).isEqualTo("$code");
  }

  private static String escaped(String value) {
    CompletingParsedLine line =
        (CompletingParsedLine) new LineParser().parse("", 0, ParseContext.COMPLETE);
    return line.escape(value, true).toString();
  }
}
