package io.github.wxcard.record;

import io.github.wxcard.PlainHost;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/** Stands between the program and a sandbox, and writes down what was asked. */
final class RecordingProxy implements AutoCloseable {
  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade");

  private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private final URI sandbox;
  private final PlainHost host;
  private final List<String> requests = new ArrayList<>();

  RecordingProxy(URI sandbox) {
    this.sandbox = sandbox;
    host = new PlainHost((itself, socket) -> serve(socket));
  }

  URI base() {
    return host.base();
  }

  /** The requests since the last time, each a line, and its body's lines below it. */
  synchronized List<String> taken() {
    List<String> all = List.copyOf(requests);
    requests.clear();
    return all;
  }

  private synchronized void note(String text) {
    requests.add(text);
  }

  private void serve(Socket socket) throws IOException, InterruptedException {
    socket.setTcpNoDelay(true);
    InputStream in = new BufferedInputStream(socket.getInputStream());
    while (true) {
      List<String> head = head(in);
      byte[] body = body(head, in);
      note(head.get(0).replaceFirst(" HTTP/1.1$", "") + written(head, body));
      socket.getOutputStream().write(answer(head, body));
    }
  }

  private byte[] answer(List<String> head, byte[] body) throws IOException, InterruptedException {
    String[] start = head.get(0).split(" ", -1);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox + start[1]))
            .method(start[0], BodyPublishers.ofByteArray(body));
    for (String line : head.subList(1, head.size())) {
      String name = line.substring(0, line.indexOf(':'));
      if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
        request.header(name, line.substring(name.length() + 1).strip());
      }
    }
    HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
    StringBuilder text = new StringBuilder("HTTP/1.1 " + answer.statusCode() + " \r\n");
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name)) {
                values.forEach(value -> text.append(name + ": " + value + "\r\n"));
              }
            });
    text.append("Content-Length: " + answer.body().length + "\r\n\r\n");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.write(answer.body());
    return whole.toByteArray();
  }

  private static List<String> head(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      lines.add(line);
    }
    return lines;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("no whole request");
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  private static byte[] body(List<String> head, InputStream in) throws IOException {
    if (header(head, "transfer-encoding").equals("chunked")) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      int size;
      do {
        size = Integer.parseInt(line(in), 16);
        body.write(in.readNBytes(size));
        line(in);
      } while (size > 0);
      return body.toByteArray();
    }
    String length = header(head, "content-length");
    return in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
  }

  private static String header(List<String> head, String name) {
    return head.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  /** A body in text; of a form its parts, and of a file in it length and digest. */
  private static String written(List<String> head, byte[] body) {
    String type = header(head, "content-type");
    if (!type.startsWith("multipart/")) {
      return body.length == 0 ? "" : "\n" + new String(body, StandardCharsets.UTF_8);
    }
    String boundary = type.replaceFirst(".*boundary=\"?([^\";]*).*", "$1");
    StringBuilder text = new StringBuilder();
    String bytes = new String(body, StandardCharsets.ISO_8859_1);
    for (String part : bytes.split("--\\Q" + boundary + "\\E", -1)) {
      int end = part.indexOf("\r\n\r\n");
      if (end > 0) {
        String content = part.substring(end + 4, part.length() - 2);
        byte[] file = content.getBytes(StandardCharsets.ISO_8859_1);
        String names = part.substring(2, end);
        text.append("\n--BOUNDARY\n")
            .append(new String(names.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
            .append("\n\n" + file.length + " bytes, CRC-32 " + crc(file));
      } else if (!part.isEmpty()) {
        text.append("\n--BOUNDARY" + part.strip());
      }
    }
    return text.toString();
  }

  private static String crc(byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return Long.toHexString(sum.getValue());
  }

  @Override
  public void close() {
    host.close();
  }
}
