package io.github.wxcard.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The JUnit XML, and what must not get into any report. */
final class RunReportTest {
  private static final String[] STEPS = {
    "{\"name\": \"token\", \"run\": \"token\", \"capture\": {\"secret\": \"access_token\"}}",
    "{\"name\": \"leak\", \"run\": \"create ${secret}\", \"expect\": {\"exit\": 3,"
        + " \"error\": {\"errmsg\": \"${secret} is not here\"}}}",
    "{\"name\": \"rest\", \"run\": \"token\"}"
  };

  @TempDir Path home;
  private Wxcard wx;
  private Path report;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
    report = home.resolve("trial.xml");
  }

  @Test
  void there_is_a_case_a_step_with_what_was_expected_and_found() throws Exception {
    ScenarioFile.of(wx, STEPS).run("--report", report.toString()).exits(8);

    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("name")).isEqualTo("trial");
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(xml.getElementsByTagName("failure").item(0).getTextContent())
        .contains("error/errmsg: expected \"*** is not here\", actual \"*** does not exist\"")
        .contains("$ wxcard create ***");
  }

  @Test
  void no_report_holds_a_token() throws Exception {
    Run text = ScenarioFile.of(wx, STEPS).run("--report", report.toString()).exits(8);
    Run json = ScenarioFile.of(wx, STEPS).run("--json").exits(8);

    String token = wx.run("token", "--sandbox").exits(0).out().strip();
    assertThat(Files.readString(wx.config())).contains(token);
    assertThat(text.out() + text.err() + json.out() + json.err() + Files.readString(report))
        .doesNotContain(token)
        .contains("***");
    assertThat(json.json().at("/steps/0/result/access_token").asText()).isEqualTo("***");
  }

  @Test
  void the_report_of_a_good_run_has_no_failure() throws Exception {
    ScenarioFile.of(wx, STEPS[0], STEPS[2]).run("--report", report.toString()).exits(0);

    assertThat(Files.readString(report)).contains("tests=\"2\"", "failures=\"0\"");
  }
}
