package io.github.wxcard.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitXmlTest {
  private static final Instant STARTED = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void a_report_reads_like_this() {
    List<JunitXml.Case> cases =
        List.of(
            JunitXml.Case.passed("token", Duration.ofMillis(1234)),
            JunitXml.Case.failed("create", Duration.ofMillis(5), "errcode 40009\nmore"),
            JunitXml.Case.skipped("qrcode", "not reached"));
    assertThat(new JunitXml("wxcard hello", STARTED, cases).bytes())
        .asString()
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites>
              <testsuite name="wxcard hello" tests="3" failures="1" errors="0" skipped="1" \
            time="1.239" timestamp="2026-11-23T10:00:00Z">
                <testcase classname="wxcard hello" name="token" time="1.234"></testcase>
                <testcase classname="wxcard hello" name="create" time="0.005">\
            <failure message="errcode 40009">errcode 40009
            more</failure></testcase>
                <testcase classname="wxcard hello" name="qrcode" time="0.000">\
            <skipped message="not reached"/></testcase>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void any_text_makes_valid_xml() throws Exception {
    String nasty = "<a b=\"c\">&amp; ]]>\u0000\u0007\u001b[31m\ud800\ufffe 券🎫";
    JunitXml report =
        new JunitXml(
            nasty, STARTED, List.of(JunitXml.Case.failed(nasty, Duration.ofSeconds(1), nasty)));
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(report.bytes()));
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertThat(failure.getTextContent())
        .isEqualTo("<a b=\"c\">&amp; ]]>\\u0000\\u0007\\u001b[31m\\ud800\\ufffe 券🎫");
    assertThat(failure.getAttribute("message")).isEqualTo(failure.getTextContent());
  }
}
