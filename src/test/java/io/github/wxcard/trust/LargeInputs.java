package io.github.wxcard.trust;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A process that takes inputs of one piece again and again, tells what each begins with, and fails
 * at the first one that takes too long or more memory than the process has.
 */
final class LargeInputs {
  /** At the least: whatever is quadratic is far slower than that. */
  private static final int BYTES_A_MILLISECOND = 40;

  private final int size;

  private LargeInputs(int size) {
    this.size = size;
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    Entrance entrance = Entrance.valueOf(args[0]);
    try (FuzzTarget target = entrance.open()) {
      Stream<String> inputs = new LargeInputs(Integer.parseInt(args[1])).inputs(entrance);
      for (String input : (Iterable<String>) inputs::iterator) {
        out.println(input.substring(0, 80).replaceAll("\\p{Cc}", " "));
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        long start = cpuMillis();
        target.take(bytes);
        long millis = cpuMillis() - start;
        target.tidy(bytes);
        if (millis > bytes.length / BYTES_A_MILLISECOND) {
          throw new AssertionError(millis + " ms of processor time");
        }
      }
    }
    System.exit(0);
  }

  private static long cpuMillis() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1_000_000;
  }

  /** Made one after another: together they would fill the memory. */
  private Stream<String> inputs(Entrance entrance) {
    return switch (entrance) {
      case LENIENT_JSON, CONFIG -> json();
      case EVENT_XML -> xml();
      case DECRYPTION -> all("<xml><Encrypt>", List.of("A", "=", "\n", "a=b&", "%41", "&"), "");
      case REQUEST -> requests();
      case TERMINAL -> all("", Pieces.TEXT, "");
    };
  }

  private Stream<String> json() {
    String outer = ("{\"" + "n".repeat(1000) + "\": ").repeat(50);
    Stream<Supplier<String>> special =
        Stream.of(
            () -> filled("{\"a\": [", "1,", "1]}"),
            () -> filled("{\"a\": {", "\"b\": {}, ", "\"c\": 1}}"),
            () -> filled("{\"a\": \"", "\\n", "\"}"),
            () -> filled("{\"a\": \"", "\n", "\"}"),
            () -> filled("{\"a\": [1, ", "/**/ ", "]}"),
            () -> filled(outer + "[", "1,", "1]" + "}".repeat(50)));
    return Stream.concat(all("", Pieces.JSON, ""), special.map(Supplier::get));
  }

  private Stream<String> xml() {
    StringBuilder outer = new StringBuilder("<xml>");
    for (char name = 'a'; name < 'g'; name++) {
      outer.append('<').append(String.valueOf(name).repeat(900)).append('>');
    }
    Stream<Supplier<Stream<String>>> kinds =
        Stream.of(
            () -> all("", Pieces.XML, ""),
            () -> all("<xml>", Pieces.XML, "</xml>"),
            () -> all("<xml><a>", Pieces.XML, "</a></xml>"),
            () -> all("<xml ", List.of("a='b' "), "/>"),
            () -> all(outer.toString(), List.of("<b/>"), ""));
    return kinds.flatMap(Supplier::get);
  }

  private Stream<String> requests() {
    String line = "a".repeat(60_000);
    String upload = "/cgi-bin/media/uploadimg?access_token=TOKEN";
    String form = "Content-Type: multipart/form-data; boundary=";
    Stream<Supplier<String>> special =
        Stream.of(
            () -> request("/card/" + line, "", "{}"),
            () -> request("/cgi-bin/token?" + "a=b&".repeat(15_000), "", "{}"),
            () -> request("/cgi-bin/token?a=" + "%41".repeat(20_000), "", "{}"),
            () -> request("/card/get", "A: b\r\n".repeat(30_000), "{}"),
            () -> request("/card/get", "A: " + line + "\r\n", "{}"),
            () -> request(upload, form + "-".repeat(50_000) + "x\r\n", filled("", "-", "")),
            () -> request(upload, form + "x\r\n", filled("", "--x\r\n\r\n", "")),
            () -> request(upload, form + "x\r\n", filled("", "--x", "\r\n\r\n")),
            () -> request(upload, form + ";=".repeat(25_000) + "\r\n", "--"));
    return Stream.concat(
        json().map(body -> request("/card/get?access_token=TOKEN", "", body)),
        special.map(Supplier::get));
  }

  private static String request(String target, String headers, String body) {
    return "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(target, headers, body.getBytes(StandardCharsets.UTF_8).length, body);
  }

  private Stream<String> all(String start, List<String> pieces, String end) {
    return pieces.stream().map(piece -> filled(start, piece, end));
  }

  private String filled(String start, String piece, String end) {
    int bytes = piece.getBytes(StandardCharsets.UTF_8).length;
    int times = (size - start.length() - end.length()) / bytes;
    return start + piece.repeat(times) + end;
  }
}
