package io.github.wxcard.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class XmlReaderTest {
  private static final String LAUGHS =
      """
      <!DOCTYPE xml [
        <!ENTITY a "ha">
        <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
      ]>
      <xml><Event>&c;</Event></xml>""";

  @Test
  void values_are_trimmed_whether_they_stand_in_cdata_or_bare() {
    PushedMessage message =
        read(
            """
            <xml>
              <FromUserName> <![CDATA[oUser]]> </FromUserName>
              <CreateTime>1472551036</CreateTime>
              <Event><![CDATA[ user_get_card ]]></Event>
              <OuterStr>a &amp; &#x4e2d; <![CDATA[<b>]]></OuterStr>
              <Empty/>
            </xml>""");

    assertThat(message.fields())
        .containsExactly(
            entry("FromUserName", "oUser"),
            entry("CreateTime", "1472551036"),
            entry("Event", "user_get_card"),
            entry("OuterStr", "a & 中 <b>"),
            entry("Empty", ""));
    assertThat(message.repeated()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(EventKind.class)
  void what_is_written_is_read_back(EventKind kind) {
    CardEvent event = SampleEvent.of(kind, Map.of(), Instant.ofEpochSecond(1472551036));

    PushedMessage message = read(EventXml.write(event));

    assertThat(message.kind()).isEqualTo(kind.wireName());
    assertThat(message.field("CreateTime")).isEqualTo("1472551036");
    assertThat(message.fields()).containsAllEntriesOf(event.fields());
  }

  @Test
  void elements_inside_others_are_named_by_their_path_and_repeats_keep_the_first() {
    PushedMessage message =
        read(
            "<xml><ScanCodeInfo><ScanType>qrcode</ScanType></ScanCodeInfo>"
                + "<Code>1</Code><Code>2</Code><Code>3</Code></xml>");

    assertThat(message.fields())
        .containsExactly(entry("ScanCodeInfo.ScanType", "qrcode"), entry("Code", "1"));
    assertThat(message.repeated()).containsExactly("Code");
  }

  @Test
  void declarations_and_instructions_before_the_message_do_no_harm() {
    assertThat(
            read("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- x --><xml><A>1</A></xml>\n")
                .fields())
        .containsExactly(entry("A", "1"));
  }

  @Test
  void entities_that_multiply_are_refused_before_they_do() {
    assertRefused(LAUGHS, "it has a DOCTYPE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE xml SYSTEM \"file:///etc/passwd\"><xml/>",
        "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml>&e;</xml>",
        "<!DOCTYPE xml [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;]><xml/>",
        "<?xml version='1.0'?> <!-- a --> <!DOCTYPE xml [&]><xml/>",
        "<!DOCTYPE xml><xml/>"
      })
  void nothing_is_declared_or_fetched(String text) {
    assertRefused(text, "it has a DOCTYPE");
  }

  @Test
  void an_entity_that_nobody_declared_is_refused() {
    assertThatThrownBy(() -> read("<xml><A>&e;</A></xml>")).isInstanceOf(Failure.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <xml>⏎  <A>1</B>⏎</xml> | </B> stands where </A> should
          <xml>⏎  <A>1</A         | the text ends before <A> is closed
          <xml>⏎  <A>1            | the text ends before <A> is closed
          <xml>⏎<A>a & b</A></xml>| an & that begins no escape; write it as &amp;
          <xml>⏎<A>\u0001</A></xml>| the character U+0001, which XML does not allow
          <xml>⏎<A>1<2</A></xml>  | something inside <A> is neither text nor an element
          <xml>⏎</xml>x           | this is no part of an XML document
          """)
  void broken_xml_is_told_with_its_place_in_our_own_words(String text, String why) {
    assertThatThrownBy(() -> read(text.replace('⏎', '\n').replace("\\u0001", "\u0001")))
        .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.details()).isEmpty())
        .hasMessageMatching("push\\.xml:[23]:\\d+: no well-formed XML: " + Pattern.quote(why));
  }

  @Test
  void what_is_large_or_deep_or_no_xml_is_refused() {
    assertRefused("<xml>" + "x".repeat(XmlReader.LONGEST) + "</xml>", "over 1 MiB");
    assertRefused("<a>".repeat(10_000) + "</a>".repeat(10_000), "nested more than 8 deep");
    assertRefused("<xml>" + "<a/>".repeat(1000) + "</xml>", "more than 1000 elements");
    assertRefused("{\"Event\": 1}", "is no XML");
    assertRefused(" ", "is empty");
    assertThatThrownBy(() -> read("<xml/><xml/>")).isInstanceOf(Failure.class);
  }

  private static void assertRefused(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(FailureKind.INPUT))
        .hasMessageContaining(why);
  }

  private static PushedMessage read(String text) {
    return XmlReader.read(text, "push.xml");
  }
}
