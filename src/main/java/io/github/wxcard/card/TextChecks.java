package io.github.wxcard.card;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.card.Field.Limits;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.InvisibleCharacters;
import io.github.wxcard.text.UnixSeconds;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Checks texts: their length in bytes, what they point to, and characters that were damaged. */
final class TextChecks {
  private final DiagnosticCollector diagnostics;

  TextChecks(DiagnosticCollector diagnostics) {
    this.diagnostics = diagnostics;
  }

  void check(String pointer, String text, Field field) {
    length(pointer, text, field.limits());
    characters(pointer, text);
    if (!text.isEmpty() && !field.notes().url().isEmpty()) {
      url(pointer, text, field.notes().url());
    }
    if (!text.isEmpty()
        && field.limits().pattern().filter(p -> !p.matcher(text).matches()).isPresent()) {
      Optional<UnixSeconds> smaller =
          field.notes().unit().equals("seconds")
              ? UnixSeconds.inSmallerUnit(text)
              : Optional.empty();
      diagnostics.warn(
          pointer,
          "pattern",
          ValueChecks.quoted(text)
              + smaller.map(time -> " looks like " + time.unit()).orElse(" looks wrong"),
          smaller
              .map(time -> String.format(Locale.ROOT, "Write \"%d\".", time.seconds()))
              .orElse(field.notes().hint()));
    }
  }

  private void length(String pointer, String text, Limits limits) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    int most = limits.maxBytes().orElse(Integer.MAX_VALUE);
    if (bytes > most) {
      diagnostics.error(
          pointer,
          "max-bytes",
          String.format(
              Locale.ROOT,
              "%,d bytes, at most %,d are allowed (UTF-8: a Chinese character takes 3)",
              bytes,
              most),
          String.format(Locale.ROOT, "Shorten it by %,d bytes.", bytes - most));
    }
    int characters = text.codePointCount(0, text.length());
    int mostCharacters = limits.maxLength().orElse(Integer.MAX_VALUE);
    if (characters > mostCharacters) {
      diagnostics.error(
          pointer,
          "max-length",
          String.format(
              Locale.ROOT, "%,d characters, at most %,d are allowed", characters, mostCharacters),
          String.format(Locale.ROOT, "Shorten it by %,d.", characters - mostCharacters));
    }
    if (limits.minLength().isPresent() && text.isBlank()) {
      diagnostics.error(pointer, "empty", "a required text is empty", "Write something.");
    }
  }

  private void characters(String pointer, String text) {
    if (text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
      diagnostics.error(
          pointer,
          "half-character",
          "half of a character: UTF-8 cannot carry it",
          "Write the character itself instead of one \\uD… escape.");
    }
    if (text.indexOf('\uFFFD') >= 0) {
      diagnostics.warn(
          pointer, "damaged", "� stands for a character that was lost", "Write the text anew.");
    }
    int invisible = InvisibleCharacters.firstIn(text);
    if (invisible >= 0) {
      invisible(pointer, text, invisible);
    }
    if (text.contains("\\n") || text.matches("(?s).*\\\\u[0-9a-fA-F]{4}.*")) {
      diagnostics.warn(
          pointer,
          "escaped-twice",
          "the text holds a visible \\n or \\u escape",
          "Write one backslash in the JSON, or the character itself.");
    }
  }

  private void invisible(String pointer, String text, int character) {
    String before = text.substring(0, text.indexOf(Character.toString(character)));
    diagnostics.warn(
        pointer,
        Diagnostic.INVISIBLE,
        InvisibleCharacters.name(character)
            + (before.isEmpty() ? " begins the text" : " behind " + ValueChecks.quoted(before)),
        "Remove it, unless it is meant.");
    String visible =
        text.codePoints()
            .filter(c -> !InvisibleCharacters.isIdle(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    if (!visible.equals(text)) {
      diagnostics.fixByReplacing(pointer, Diagnostic.INVISIBLE, Json.write(new TextNode(visible)));
    }
  }

  private void url(String pointer, String text, String kind) {
    Optional<CardUrl> parsed = CardUrl.parse(text);
    if (parsed.isEmpty()) {
      diagnostics.error(
          pointer, "url", "this is no URL", "Write it like https://example.com/page.");
      return;
    }
    CardUrl url = parsed.get();
    if (url.scheme().isEmpty()) {
      diagnostics.warn(pointer, "url-scheme", "the URL has no scheme", "Put https:// before it.");
    } else if (!url.web()) {
      diagnostics.warn(
          pointer, "url-scheme", "the URL is neither http nor https", "Use a web address.");
    }
    if (!kind.equals("page") && !url.uploaded(kind) && !url.loopback()) {
      diagnostics.warn(
          pointer,
          "image-host",
          url.host()
              + " is not where uploaded pictures are; WeChat refuses pictures from elsewhere",
          "Upload it: wxcard upload-logo FILE, or create --logo FILE.");
    }
  }
}
