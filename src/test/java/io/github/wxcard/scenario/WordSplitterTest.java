package io.github.wxcard.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.scenario.WordSplitter.UnclosedQuoteException;
import io.github.wxcard.scenario.WordSplitter.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordSplitterTest {
  private static List<String> words(String line) {
    return texts(WordSplitter.split(line, name -> "<" + name + ">"));
  }

  private static List<String> texts(List<Word> words) {
    return words.stream().map(Word::text).toList();
  }

  @Test
  void blanks_part_words_and_quotes_join_them() {
    assertThat(words("  create  'my card.json' \"a  b\"c 券 "))
        .containsExactly("create", "my card.json", "a  bc", "券");
  }

  @Test
  void empty_quotes_are_an_empty_word() {
    assertThat(words("sign choose --nonce ''")).containsExactly("sign", "choose", "--nonce", "");
  }

  @Test
  void a_backslash_takes_the_meaning_away() {
    assertThat(words("a\\ b \\$code \\'x \"\\\"q\\n\\$code\""))
        .containsExactly("a b", "$code", "'x", "\"q\\n$code");
  }

  @Test
  void a_remark_ends_the_line_but_only_at_the_start_of_a_word() {
    assertThat(words("sign page http://a/b#c # why")).endsWith("page", "http://a/b#c");
    assertThat(words("# nothing")).isEmpty();
  }

  @Test
  void names_are_replaced_and_their_values_never_split() {
    assertThat(words("$card_id x${code}y \"$url\""))
        .containsExactly("<card_id>", "x<code>y", "<url>");
    assertThat(texts(WordSplitter.split("a $code", name -> "b c"))).containsExactly("a", "b c");
  }

  @Test
  void single_quotes_and_plain_dollars_keep_the_sign() {
    assertThat(words("'$code' $5 a$ $")).containsExactly("$code", "$5", "a$", "$");
  }

  @Test
  void an_open_quote_is_told() {
    assertThatThrownBy(() -> words("create 'x")).isInstanceOf(UnclosedQuoteException.class);
  }

  @Test
  void an_unfinished_line_ends_in_the_word_being_typed() {
    assertThat(texts(WordSplitter.splitUnfinished("create "))).containsExactly("create", "");
    assertThat(texts(WordSplitter.splitUnfinished("create 'my c")))
        .containsExactly("create", "my c");
    assertThat(texts(WordSplitter.splitUnfinished("consume $co")))
        .containsExactly("consume", "$co");
    assertThat(WordSplitter.splitUnfinished("a  'b").get(1)).isEqualTo(new Word("b", 3, 5));
  }
}
