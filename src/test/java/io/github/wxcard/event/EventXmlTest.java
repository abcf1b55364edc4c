package io.github.wxcard.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class EventXmlTest {
  @Test
  void texts_stand_in_cdata_and_numbers_bare() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("CardId", "pFS7Fjg8kV1IdDz01r4SQwMkuCKc");
    fields.put("IsGiveByFriend", "0");
    fields.put("UserCardCode", "226009850808");
    fields.put("FriendUserName", "");
    fields.put("OuterId", "0");

    assertThat(EventXml.write(event("user_get_card", fields)))
        .isEqualTo(
            """
            <xml><ToUserName><![CDATA[gh_5a4db0c0c0de]]></ToUserName>
            <FromUserName><![CDATA[oFS7Fjl0WsZ9AMZqrI80nbIq8xrA]]></FromUserName>
            <CreateTime>1472551036</CreateTime>
            <MsgType><![CDATA[event]]></MsgType>
            <Event><![CDATA[user_get_card]]></Event>
            <CardId><![CDATA[pFS7Fjg8kV1IdDz01r4SQwMkuCKc]]></CardId>
            <IsGiveByFriend>0</IsGiveByFriend>
            <UserCardCode><![CDATA[226009850808]]></UserCardCode>
            <FriendUserName><![CDATA[]]></FriendUserName>
            <OuterId>0</OuterId>
            </xml>\
            """);
  }

  @Test
  void amounts_of_money_are_texts_and_changes_of_points_are_numbers() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Fee", "10000");
    fields.put("LocationId", "7");
    fields.put("ModifyBonus", "-5");

    assertThat(EventXml.write(event("update_member_card", fields)))
        .contains("<Fee><![CDATA[10000]]></Fee>")
        .contains("<LocationId>7</LocationId>")
        .contains("<ModifyBonus>-5</ModifyBonus>");
  }

  @Test
  void words_for_yes_and_no_are_bare_but_for_the_one_that_live_events_quote() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("IsChatRoom", "true");
    fields.put("IsReturnBack", "false");

    assertThat(EventXml.write(event("giftcard_send_to_friend", fields)))
        .contains("<IsChatRoom>true</IsChatRoom>")
        .contains("<IsReturnBack><![CDATA[false]]></IsReturnBack>");
    fields.put("IsReturnBack", "1");
    assertThat(EventXml.write(event("user_gifting_card", fields)))
        .contains("<IsReturnBack>1</IsReturnBack>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a]]>b", "]]>", "]]]]>>", "<![CDATA[x]]>", "中文 & <b>", "😀"})
  void any_text_is_read_back_as_it_was(String text) throws Exception {
    Document document = parse(EventXml.write(event("user_view_card", Map.of("OuterStr", text))));

    assertThat(document.getElementsByTagName("OuterStr").item(0).getTextContent()).isEqualTo(text);
  }

  @Test
  void what_xml_cannot_hold_is_replaced() throws Exception {
    String broken = "a\u0000b\u0007c\ud83d";

    Document document = parse(EventXml.write(event("user_view_card", Map.of("OuterStr", broken))));

    assertThat(document.getElementsByTagName("OuterStr").item(0).getTextContent())
        .isEqualTo("a\ufffdb\ufffdc\ufffd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"USER_GET_CARD", "User_Get_Card", "user_get_card"})
  void names_of_events_are_found_in_any_case(String name) {
    assertThat(EventKind.named(name)).contains(EventKind.USER_GET_CARD);
  }

  @Test
  void a_safe_envelope_names_nothing_but_the_receiver() throws Exception {
    assertThat(names(parse(EventXml.envelope("gh_1", "", "QUJD"))))
        .containsExactly("ToUserName", "Encrypt");
  }

  @Test
  void a_compatible_envelope_is_the_clear_document_and_the_cipher_text() throws Exception {
    String clear = EventXml.write(event("user_del_card", Map.of("CardId", "p1")));

    assertThat(names(parse(EventXml.envelope("gh_1", clear, "QUJD"))))
        .containsExactly(
            "ToUserName", "FromUserName", "CreateTime", "MsgType", "Event", "CardId", "Encrypt");
  }

  private static CardEvent event(String name, Map<String, String> fields) {
    return new CardEvent(
        name, "gh_5a4db0c0c0de", "oFS7Fjl0WsZ9AMZqrI80nbIq8xrA", 1472551036, fields);
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<String> names(Document document) {
    List<String> names = new ArrayList<>();
    Node child = document.getDocumentElement().getFirstChild();
    while (child != null) {
      if (child instanceof Element element) {
        names.add(element.getTagName());
      }
      child = child.getNextSibling();
    }
    return names;
  }
}
