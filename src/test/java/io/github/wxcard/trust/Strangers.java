package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Callers who mean another address, who break off, or who speak no HTTP; all of them tell secrets.
 */
final class Strangers {
  private static final List<String> QUERIES =
      List.of(
          "access_token=" + Markers.TOKEN,
          "appid=" + Markers.APP_ID + "&secret=" + Markers.SECRET,
          "token=" + Markers.CALLBACK_TOKEN + "&encodingAesKey=" + Markers.AES_KEY);

  private Strangers() {}

  static void call(Waiting server, String path) throws IOException {
    List<String> answers = new ArrayList<>();
    for (String query : QUERIES) {
      String asked = path + "?" + query;
      String json = "{\"" + query.replace("=", "\":\"").replace("&", "\",\"") + "\"";
      answers.add(server.get(asked));
      answers.add(server.get(path + query));
      answers.add(server.post(asked, json + "}"));
      answers.add(server.post(asked, json));
      answers.add(server.post(path, "<xml>" + query));
      answers.add(server.send("PUT " + asked + " HTTP/1.1\r\nHost: a\r\n\r\n"));
      answers.add(server.send("GET " + path + "?%zz" + query + "\r\n\r\n"));
      answers.add(server.send("POST " + path + " HTTP/1.1\r\nContent-Length: x\r\n\r\n" + query));
      answers.add(server.send("POST " + path + " HTTP/1.1\r\nContent-Length: 999\r\n\r\n" + query));
      answers.add(server.send(query));
    }
    assertThat(answers).anyMatch(answer -> answer.startsWith("HTTP/1.1 4"));
  }
}
