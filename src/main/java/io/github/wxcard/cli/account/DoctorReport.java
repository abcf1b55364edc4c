package io.github.wxcard.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Translation;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Page.Paragraph;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.Style;
import io.github.wxcard.output.StyledLine;
import io.github.wxcard.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a look at everything found. */
record DoctorReport(List<Setting> settings, List<Check> checks) implements Result {
  /** A setting and where it came from. */
  record Setting(String name, String value, String origin) {}

  /** How a check ended. */
  enum State {
    OK("ok", Style.GOOD),
    WARNING("warning", Style.DOUBTFUL),
    FAILED("FAILED", Style.BAD);

    private final String mark;
    private final Style style;

    State(String mark, Style style) {
      this.mark = mark;
      this.style = style;
    }
  }

  /**
   * One thing that was looked at.
   *
   * @param fix what to do, empty when nothing is to be done
   * @param failure why it failed, for the exit code
   */
  record Check(
      String name, State state, String detail, Optional<String> fix, Optional<Failure> failure) {
    static Check ok(String name, String detail) {
      return new Check(name, State.OK, detail, Optional.empty(), Optional.empty());
    }

    static Check warning(String name, String detail, String fix) {
      return new Check(name, State.WARNING, detail, Optional.of(fix), Optional.empty());
    }

    static Check failed(String name, Failure failure) {
      String detail =
          failure
              .errmsg()
              .map(text -> failure.getMessage() + ": " + text)
              .orElse(failure.getMessage());
      return new Check(name, State.FAILED, detail, failure.fix(), Optional.of(failure));
    }

    /** The same with what to do in a language. */
    Check in(Language language) {
      Optional<String> told = fix.map(text -> Translation.of(text, language));
      return new Check(name, state, detail, told, failure.map(why -> why.in(language)));
    }

    /** The same with something to know first. */
    Check detailed(String first) {
      return new Check(name, state, first + detail, fix, failure);
    }

    private JsonNode json() {
      ObjectNode json = Json.object().put("name", name);
      return json.put("state", state.name().toLowerCase(Locale.ROOT))
          .put("detail", detail)
          .put("fix", fix.orElse(null));
    }
  }

  @Override
  public JsonNode json() {
    ObjectNode json = Json.object().put("ok", failure().isEmpty());
    ArrayNode list = json.putArray("settings");
    for (Setting setting : settings) {
      list.addObject()
          .put("name", setting.name)
          .put("value", setting.value)
          .put("origin", setting.origin);
    }
    ArrayNode found = json.putArray("checks");
    checks.forEach(check -> found.add(check.json()));
    return json;
  }

  @Override
  public void text(Page page) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Setting setting : settings) {
      String name = "%-12s ".formatted(setting.name);
      String found = setting.value + "  (" + setting.origin + ")";
      paragraphs.add(new Paragraph(page.styled().add(name), found, name.length()));
    }
    page.paragraphs(paragraphs);
    page.line("");
    page.paragraphs(checks.stream().flatMap(check -> told(check, page)).toList());
  }

  private static Stream<Paragraph> told(Check check, Page page) {
    String mark = check.state.mark;
    StyledLine line = page.styled().add(check.state.style, mark).add(" ".repeat(8 - mark.length()));
    Paragraph found = new Paragraph(line, check.name + ": " + check.detail, 8);
    return Stream.concat(
        Stream.of(found),
        check.fix().stream().map(fix -> new Paragraph(page.styled().add(" ".repeat(8)), fix, 8)));
  }

  @Override
  public Optional<Failure> failure() {
    return checks.stream().flatMap(check -> check.failure.stream()).findFirst();
  }
}
