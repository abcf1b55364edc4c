package io.github.wxcard.repl;

import java.util.Set;
import org.jline.utils.InfoCmp;

/**
 * What JLine knows of a terminal by itself. For any type it would run {@code infocmp} from the PATH
 * first.
 */
final class TerminalType {
  private static final Set<String> DESCRIBED =
      Set.of(
          "ansi",
          "dumb",
          "dumb-color",
          "rxvt",
          "rxvt-basic",
          "rxvt-unicode",
          "rxvt-unicode-256color",
          "screen",
          "screen-256color",
          "xterm",
          "xterm-256color");

  private TerminalType() {}

  /** The described type that is nearest to {@code TERM}, ready to be used. */
  static String prepared(String term) {
    String type = nearest(term == null ? "" : term);
    InfoCmp.setLoadedInfoCmp(type, InfoCmp.getDefaultInfoCmp(type));
    return type;
  }

  static String nearest(String term) {
    if (DESCRIBED.contains(term)) {
      return term;
    }
    if (term.isEmpty()) {
      return "dumb";
    }
    boolean colourful = term.contains("256color") || term.contains("direct");
    if (term.startsWith("screen") || term.startsWith("tmux")) {
      return colourful ? "screen-256color" : "screen";
    }
    if (term.startsWith("rxvt")) {
      return colourful ? "rxvt-unicode-256color" : "rxvt";
    }
    boolean plain = term.startsWith("vt") || term.startsWith("linux") || term.startsWith("cons");
    return plain ? "ansi" : colourful ? "xterm-256color" : "xterm";
  }
}
