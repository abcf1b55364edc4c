package io.github.wxcard.error;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorTableTest {
  private static final String KNOWN =
      """
      -1 0 43001 43002 43003 44001 44002 44005 44006 47001 47002 47003 40033 40035 40038
      40097 40101 45501 45103 48009
      40001 40002 40013 40014 40029 40125 40163 40164 40243 41001 41002 41004 42001 42007 48001 48002
      48004 48006 49001 50001 50002 50004 50005 50007 61004 61007 61023 89501 89503 89506 89507
      45009 45011 45028 45035 45040 45047 45061 45065 45066 45067 45101 45102 45015 73104
      76001 76002 76003 76021 76022
      40004 40005 40006 40007 40009 40113 40137 40160 41005 45001 40039 40048 40066 40068
      40141 52000 45044
      40070 40071 40072 40073 40074 40076 40077 40078 40079 40096 40098 40100 40107 40122
      40124 40135 40136 40139 40140 40142 40143 40144 40145 40148 40149 40150 40151 40153
      40158 40165 40166 40168 41011 41012 41013 41014 41015 41016 41017 41024 41025 41026
      45021 45022 45023 45025 45030 45042 45043 45045 45046 45160 45095 46005
      43008 43009 43010 43011 43012 43013 43015 43017 72015 72016 72021 72022 50003
      40003 41009 43004 43019 45019 40031 40032 40052 40053 40056 40075 40080 40099 40109 40110 40111
      40112 40116 40127 40129 40130 40131 40146 40147 40174 43018 45029 45031 45033 45039
      45041 45053 45054 45055 45154 45155 45156
      72001 72002 72003 72004 72005 72006 72007 72008 72009 72010 72011 72012 72014 72018
      72019 72020 72026 72032 72033 72034 72066 73103 73200 73204 73212 73213 73214 73205
      73206 73207 73208 73209 73210 73211 73215 73216 73217 73218
      61500 61501 61503 40201 40202 40203 81000 81001 81002 81004 81005 81006 81007 81008 81009 81010
      81011 81012 81013 81014 81015 81016 81017 81018 81019 81020 81021
      81022 81023 81024 81025 81026 81027 81028 81029 81030 81031 65104 65105
      65106 65107 65115 65116 65118 9300007 9300011 9300012 9300013 9300014 9300015
      9300024
      """;

  /** For these the server's English text is not known, or is a list rather than a sentence. */
  private static final String WITHOUT_TEXT =
      """
      40243 50007 89501 89503 89506 89507 40144 73205 73206 73207 73208 73209 73210
      73215 73216 73217 73218
      """;

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  @Test
  void every_known_code_has_its_row_and_no_other_code_has_one() {
    assertThat(ErrorTable.all())
        .extracting(ErrorCode::code)
        .containsExactlyElementsOf(numbers(KNOWN).toList());
  }

  @Test
  void the_servers_text_is_there_wherever_it_is_known() {
    assertThat(ErrorTable.all())
        .filteredOn(row -> row.text().isBlank())
        .extracting(ErrorCode::code)
        .containsExactlyElementsOf(numbers(WITHOUT_TEXT).toList());
  }

  @Test
  void meaning_and_remedy_are_whole_sentences_in_both_languages() {
    assertThat(ErrorTable.all())
        .allSatisfy(
            row -> {
              assertThat(List.of(row.meaning(), row.remedy()))
                  .allMatch(text -> text.endsWith("."))
                  .noneMatch(text -> HAN.matcher(text).find());
              assertThat(List.of(row.meaningZh(), row.remedyZh()))
                  .allMatch(text -> text.endsWith("。"))
                  .allMatch(text -> HAN.matcher(text).find());
            });
  }

  @Test
  void credentials_and_permissions_are_a_family_of_their_own() {
    Set<Integer> auth =
        IntStream.of(
                40001, 40002, 40013, 40014, 40125, 40164, 40243, 41001, 41002, 41004, 42001, 48001,
                48004, 49001, 50001, 50002, 50003, 50004, 50005, 50007, 61004, 61007, 89501, 89503,
                89506, 89507)
            .boxed()
            .collect(toSet());
    assertThat(ErrorTable.all())
        .allSatisfy(
            row ->
                assertThat(row.kind())
                    .as("%d", row.code())
                    .isEqualTo(auth.contains(row.code()) ? FailureKind.AUTH : FailureKind.REFUSED));
  }

  @Test
  void only_a_lost_token_asks_for_a_new_one() {
    assertThat(codesWith(RetryRule.TOKEN)).containsExactly(40001, 40014, 42001);
  }

  @Test
  void only_a_passing_refusal_is_met_with_another_try() {
    assertThat(codesWith(RetryRule.BACKOFF)).containsExactly(-1, 45061, 73104);
  }

  @Test
  void quotas_and_waiting_periods_are_for_later() {
    assertThat(codesWith(RetryRule.LATER))
        .contains(45009, 45011, 45040, 45066, 48006, 61503, 89501, 89503, 89506, 89507)
        .doesNotContain(45015, 45047, 45031);
  }

  @Test
  void an_unknown_code_has_no_row() {
    assertThat(ErrorTable.find(12345)).isEmpty();
  }

  @Test
  void the_back_slashes_of_the_servers_text_survive() {
    assertThat(ErrorTable.find(47002).orElseThrow().text()).contains("(\\uxxxx\\uxxxx)");
  }

  @Test
  void a_number_with_two_readings_is_told_as_such() {
    assertThat(ErrorTable.find(40072).orElseThrow().meaning()).contains("disagree");
  }

  private static List<Integer> codesWith(RetryRule retry) {
    return ErrorTable.all().stream()
        .filter(row -> row.retry() == retry)
        .map(ErrorCode::code)
        .toList();
  }

  private static Stream<Integer> numbers(String text) {
    return Stream.of(text.trim().split("\\s+", -1)).map(Integer::valueOf);
  }
}
