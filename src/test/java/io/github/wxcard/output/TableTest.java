package io.github.wxcard.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
  private final Table table =
      new Table(
          List.of("id", "title", "n"),
          List.of(List.of("p1", "套餐", "10"), List.of("p22", "Menu", "9")));

  private static String onTerminal(Table table) {
    Streams terminal = Streams.terminal(80, ColorChoice.NEVER);
    terminal.console.page().table(table);
    return terminal.out();
  }

  @Test
  void a_terminal_gets_a_header_and_columns_in_which_chinese_is_wide() {
    assertThat(onTerminal(table))
        .isEqualTo(
            """
            id   title  n
            p1   套餐   10
            p22  Menu   9
            """);
  }

  @Test
  void the_header_stands_out_where_there_is_colour() {
    Streams terminal = Streams.terminal(80, ColorChoice.AUTO);
    terminal.console.page().table(table);
    assertThat(terminal.out()).startsWith("\u001b[1mid   title  n\u001b[0m\np1 ");
  }

  @Test
  void a_pipe_gets_tabs_and_no_header() {
    Streams piped = Streams.piped();
    piped.console.page().table(table);
    assertThat(piped.out()).isEqualTo("p1\t套餐\t10\np22\tMenu\t9\n");
  }

  @Test
  void a_break_in_a_cell_makes_no_further_cell_or_row() {
    Streams piped = Streams.piped();
    piped.console.page().table(Table.of(List.of(List.of("title", "a\tb\nc"))));
    assertThat(piped.out()).isEqualTo("title\ta\\tb\\nc\n");
  }

  @Test
  void a_table_without_rows_is_nothing_at_all() {
    assertThat(onTerminal(new Table(List.of("id"), List.of()))).isEmpty();
  }

  private static String onNarrowTerminal(Table table) {
    Streams terminal = Streams.terminal(20, ColorChoice.NEVER);
    terminal.console.page().table(table);
    return terminal.out();
  }

  @Test
  void columns_that_do_not_fit_stand_below_the_others_in_every_row() {
    Table wide =
        new Table(
            List.of("card_id", "title", "stock"),
            List.of(List.of("pFS7Fjg8kV1", "套餐", "9"), List.of("p2", "Menu of all", "100/1000")));
    assertThat(onNarrowTerminal(wide))
        .isEqualTo(
            """
            card_id
                title
                stock
            pFS7Fjg8kV1
                套餐
                9
            p2
                Menu of all
                100/1000
            """);
  }

  @Test
  void a_text_in_the_last_column_is_broken_between_words() {
    Table texts = Table.of(List.of(List.of("a", "what it means here and there too")));
    Streams terminal = Streams.terminal(24, ColorChoice.NEVER);
    terminal.console.page().table(texts);
    assertThat(terminal.out())
        .isEqualTo(
            """
            a  what it means here
               and there too
            """);
  }

  @ParameterizedTest
  @CsvSource({"abc,3", "微信卡券,8", "ｆｕｌｌ,8", "한국,4", "e\u0301,1", "é,1", "'',0"})
  void characters_take_the_cells_that_a_terminal_gives_them(String text, int cells) {
    assertThat(Table.width(text)).isEqualTo(cells);
  }
}
