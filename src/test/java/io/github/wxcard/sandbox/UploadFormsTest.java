package io.github.wxcard.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a form is taken for its file. */
final class UploadFormsTest {
  private static final String PNG = "\u0089PNG\r\n\u001a\n123";
  private static final String TYPE = "multipart/form-data; boundary=XX";

  @Injected private RawSandbox raw;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: form-data; name=\"buffer\"; filename=\"logo.png\"",
        "Content-Disposition: form-data; filename=\"logo.png\"; name=\"media\"",
        "content-disposition:form-data;NAME=\"media\";FileName=\"logo.png\"",
        "Content-Disposition: form-data; name=media; filename=logo.png",
        "Content-Disposition: form-data; name = \"media\" ; filename = \"logo.png\"",
        "Content-Disposition: form-data; name=\"media\"; filename=\"a;b.png\"",
        "Content-Disposition: form-data; name=\"media\"; filename=\"a\\\"; c.png\"",
        "Content-Disposition: form-data; name=\"media\"; filename=\"C:\\logos\\a.png\"",
        "Content-Disposition: form-data; name=\"media\"; filename=\"卡.png\"",
        "Content-Disposition: form-data; name=\"media\"; filename=\"?.png\";"
            + " filename*=utf-8''%E5%8D%A1.png",
        "Content-Disposition: form-data; name=\"media\";\r\n filename=\"logo.png\"",
        "Content-Type: image/png\r\nContent-Disposition: form-data; name=\"media\";"
            + " filename=\"logo.png\"\r\nContent-Length: 11",
      })
  void a_part_with_a_plain_filename_is_a_file(String headers) {
    assertTaken(form(part(headers, PNG)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: form-data; name=\"buffer\"",
        "Content-Disposition: form-data; name=\"media\"",
        "Content-Disposition: form-data; name=\"buffer\"\r\nContent-Type: image/png",
        "Content-Disposition: form-data; name=\"media\"; filename*=utf-8''%E5%8D%A1.png",
        "Content-Disposition: form-data; name=\"media\"; xfilename=\"logo.png\"",
        "Content-Disposition: form-data; name=\"media\"; file_name=\"logo.png\"",
        "Content-Disposition: form-data; name=\"media; filename=logo.png\"",
        "Content-Disposition: form-data; name=\"media\"\r\nX-Note: a; filename=\"logo.png\"",
        "Content-Disposition: form-data; name=\"media\"\r\nContent-Type: image/png;"
            + " filename=\"logo.png\"",
      })
  void a_part_without_a_plain_filename_is_no_file(String headers) {
    assertRefused(form(part(headers, PNG)));
  }

  @Test
  void the_reason_names_what_the_part_lacks() {
    String none = part("Content-Disposition: form-data; name=\"buffer\"", PNG);
    String extended =
        part("Content-Disposition: form-data; name=\"media\"; filename*=utf-8''a.png", PNG);
    String other = part("Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"", PNG);

    assertThat(reason(form(none), TYPE)).contains("buffer", "no filename=\"…\"");
    assertThat(reason(form(extended), TYPE)).contains("media", "filename*", "filename=\"…\"");
    assertThat(reason(form(other), TYPE)).contains("buffer or media", "file");
    assertThat(reason(form(none), "multipart/form-data")).contains("boundary");
    assertThat(reason(form(none), "multipart/form-data; boundary=YY")).contains("--YY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123--XX456",
        "123\r\n--XXX456",
        "123\r\n--XX456\r\n",
        "123\r\n --XX\r\n",
        "123\n--XX\n456",
        "123\n--XX--\n456",
        "123\r--XX\r456",
        "123\r\n-XX\r\n",
        "--XX\r\n456",
        "\r\n\r\n--XY\r\n",
        "\r\n",
      })
  void a_delimiter_counts_only_as_a_line_of_its_own(String tail) {
    assertTaken(form(part(file("media"), PNG + tail)), PNG + tail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "this is no part\r\n",
        "text with --XX in it\r\n",
        "\r\n",
        "--XXX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n",
      })
  void what_stands_before_the_first_delimiter_is_skipped(String preamble) {
    assertTaken(preamble + form(part(file("media"), PNG)));
  }

  @Test
  void the_file_is_found_among_other_parts() {
    String nameless = part("Content-Disposition: form-data", "a");
    String bare = "--XX\r\n\r\nno headers at all\r\n";
    String empty = "--XX\r\n\r\n\r\n";
    String value = part("Content-Disposition: form-data; name=\"media\"", "image");
    String other = part(file("thumb"), "GIF89a");

    assertTaken(form(nameless + bare + empty + value + other + part(file("media"), PNG)));
  }

  @Test
  void blanks_may_follow_a_delimiter() {
    assertTaken(
        "--XX \t\r\n" + file("media") + "\r\n\r\n" + PNG + "\r\n--XX-- \r\nand an afterword");
  }

  @Test
  void a_quoted_boundary_may_hold_anything() {
    String form = form(part(file("media"), PNG)).replace("--XX", "--a;b=c d");

    assertTaken(form, PNG, "multipart/form-data; charset=utf-8; boundary=\"a;b=c d\"");
    assertTaken(form(part(file("media"), PNG)), PNG, "Multipart/Form-Data; Boundary=XX; a=b");
  }

  @Test
  void what_follows_the_last_delimiter_is_no_part() {
    String value = part("Content-Disposition: form-data; name=\"type\"", "image");

    assertRefused(form(value) + form(part(file("media"), PNG)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n",
        "--XX--",
        "--XX--\r\n",
        "--XX\r\n--XX--\r\n",
        "--XX",
        "--XX\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a\"\r\n--XX--\r\n",
        "--XX\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a\"\r\n\r\nabc",
        "--XX\nContent-Disposition: form-data; name=\"media\"; filename=\"a\"\n\nabc\n--XX--\n",
      })
  void a_form_that_is_cut_or_holds_nothing_has_no_file(String form) {
    assertRefused(form);
  }

  @Test
  void an_empty_file_is_a_file() {
    assertThat(errcode(form(part(file("media"), "")))).isEqualTo(44001);
  }

  private static String file(String field) {
    return "Content-Disposition: form-data; name=\"" + field + "\"; filename=\"logo.png\"";
  }

  private static String part(String headers, String content) {
    return "--XX\r\n" + headers + "\r\n\r\n" + content + "\r\n";
  }

  private static String form(String parts) {
    return parts + "--XX--\r\n";
  }

  private void assertTaken(String form) {
    assertTaken(form, PNG);
  }

  private void assertTaken(String form, String content) {
    assertTaken(form, content, TYPE);
  }

  private void assertTaken(String form, String content, String type) {
    HttpResponse<byte[]> answer = post(form, type);
    String url = RawSandbox.json(answer).path("url").asText();
    assertThat(url).as(new String(answer.body(), UTF_8)).startsWith("http");
    byte[] shown = raw.send(url, builder -> builder.GET()).body();
    assertThat(new String(shown, ISO_8859_1)).isEqualTo(content);
  }

  private void assertRefused(String form) {
    assertThat(errcode(form)).isEqualTo(41005);
  }

  private int errcode(String form) {
    JsonNode answer = RawSandbox.json(post(form, TYPE));
    return answer.path("errcode").asInt();
  }

  private String reason(String form, String type) {
    String header = post(form, type).headers().firstValue("X-Wxcard-Reason").orElse("");
    return URLDecoder.decode(header.replace("+", "%2B"), UTF_8);
  }

  /** Characters up to 255 are sent as that byte, all others as UTF-8. */
  private HttpResponse<byte[]> post(String form, String type) {
    boolean narrow = form.chars().allMatch(each -> each <= 0xff);
    byte[] bytes = narrow ? form.getBytes(ISO_8859_1) : mixed(form);
    return raw.send(
        "/cgi-bin/media/uploadimg?access_token=" + raw.token(),
        builder -> builder.header("Content-Type", type).POST(BodyPublishers.ofByteArray(bytes)));
  }

  private static byte[] mixed(String form) {
    StringBuilder latin = new StringBuilder();
    form.chars()
        .forEach(
            each ->
                latin.append(
                    each <= 0xff
                        ? String.valueOf((char) each)
                        : new String(String.valueOf((char) each).getBytes(UTF_8), ISO_8859_1)));
    return latin.toString().getBytes(ISO_8859_1);
  }
}
