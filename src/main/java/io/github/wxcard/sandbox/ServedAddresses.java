package io.github.wxcard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.sandbox.store.StoreException;
import io.github.wxcard.sandbox.store.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a state is being served, as the processes that serve it have noted in it: a list of {@code
 * {"base","links"}}. One that was killed leaves its note behind, so each is asked before it counts.
 */
final class ServedAddresses {
  private static final String SETTING = "served";
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int LONGEST_ANSWER = 1 << 14;

  private final Store store;

  ServedAddresses(Store store) {
    this.store = store;
  }

  /** Notes that the state is served at {@code base} from now on, with links to {@code links}. */
  void add(URI base, URI links) {
    change(
        notes -> {
          remove(notes, base.toString());
          notes.addObject().put("base", base.toString()).put("links", links.toString());
          return true;
        });
  }

  void remove(URI base) {
    change(notes -> remove(notes, base.toString()));
  }

  /** What links begin with where this very state is served now. */
  Optional<URI> links() {
    ArrayNode notes = store.read(ServedAddresses::notes);
    if (notes.isEmpty()) {
      return Optional.empty();
    }
    String instance = store.read(tx -> tx.settings().instance());
    for (JsonNode note : notes) {
      if (answers(URI.create(note.path("base").asText()), instance)) {
        return Optional.of(URI.create(note.path("links").asText()));
      }
    }
    return Optional.empty();
  }

  private boolean answers(URI base, String instance) {
    try {
      return status(base).contains("\"instance\":\"" + instance + "\"");
    } catch (ConnectException gone) {
      remove(base);
      return false;
    } catch (IOException silent) {
      return false;
    }
  }

  /** On a bare socket: an HTTP client would take longer to make than all the rest of a command. */
  private static String status(URI base) throws IOException {
    String host = base.getHost().replaceAll("[\\[\\]]", "");
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(new InetSocketAddress(host, base.getPort()), TIMEOUT_MILLIS);
      String request =
          "GET /sandbox/status HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(base.getRawAuthority());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
      return new String(answer, StandardCharsets.UTF_8);
    }
  }

  /** A state that cannot be written to is served all the same. */
  private void change(Predicate<ArrayNode> change) {
    try {
      store.write(
          tx -> {
            ArrayNode notes = notes(tx);
            if (change.test(notes)) {
              tx.settings().set(SETTING, Json.write(notes));
            }
            return null;
          });
    } catch (StoreException unwritable) {
      return;
    }
  }

  private static boolean remove(ArrayNode notes, String base) {
    int all = notes.size();
    notes.removeIf(note -> note.path("base").asText().equals(base));
    return notes.size() < all;
  }

  private static ArrayNode notes(Transaction tx) {
    Optional<String> text = tx.settings().find(SETTING);
    try {
      return text.isPresent() && Json.read(text.get()) instanceof ArrayNode notes
          ? notes
          : Json.array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
