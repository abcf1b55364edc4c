package io.github.wxcard.batch;

import io.github.wxcard.batch.ColumnNames.Fit;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The first line of an input: the names of its csvLayout, or a code already. In doubt it is no
 * code, as an import cannot be taken back.
 */
final class CsvHeader {
  static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final List<Character> OTHER_SEPARATORS = List.of('|', '，', '；', '、');
  private static final String NAME_IT = "Name the column of the codes `code`; 券码 will do, too.";

  private final String line;

  CsvHeader(String line) {
    this.line = line;
  }

  /** The separator that a line such as {@code sep=;} names, which Excel writes and reads. */
  static Optional<Character> separatorNamed(String line) {
    String bare = line.replace("\"", "");
    return bare.length() == 5 && bare.regionMatches(true, 0, "sep=", 0, 4)
        ? Optional.of(bare.charAt(4))
        : Optional.empty();
  }

  /** Refuses what is a file of another kind: each of its lines would pass for a code. */
  void refuseOtherFormats() {
    String start = line.strip();
    if (start.startsWith("PK\u0003\u0004")) {
      throw failure("it is a spreadsheet's own file, not text", "Save it as \"CSV UTF-8\".");
    }
    if (start.startsWith("[") || start.startsWith("{")) {
      throw failure("it is JSON", "Take the codes out of it, one a line: jq -r '.[]'.");
    }
    if (start.startsWith("<")) {
      throw failure("it is HTML or XML", "Save it as \"CSV UTF-8\", or write a code a line.");
    }
  }

  /**
   * Where the values of the following lines stand; a failure when a header does not say it.
   *
   * @param separator the one that the input names itself
   * @param readable whether the line is text at all
   * @param next the line after it, when it comes to that
   */
  CsvLayout layout(
      Optional<Character> separator, boolean readable, Supplier<Optional<String>> next) {
    List<Character> separators = separator.map(List::of).orElse(SEPARATORS);
    Optional<CsvLayout> named =
        separators.stream()
            .flatMap(each -> named(each).stream())
            .max(Comparator.comparing(CsvLayout::count));
    if (named.isPresent()) {
      return named.get();
    }
    if (!readable) {
      throw failure(
          "its first line is not UTF-8, so that no column can be told by its name; it may be GBK",
          "Save it as \"CSV UTF-8\", or convert it: iconv -f GB18030 -t UTF-8.");
    }
    for (char other : OTHER_SEPARATORS) {
      if (separator.isEmpty() && fields(other).size() > 1 && named(other).isPresent()) {
        throw failure(
            "its columns are separated by '" + other + "'",
            "Separate them by a comma, a semicolon or a tab, or put the line sep="
                + other
                + " first.");
      }
    }
    List<String> names = names(separators);
    if (looksLikeNames(names, next)) {
      throw failure(
          "its first line names the columns "
              + String.join(", ", names)
              + ", and none of them as the codes",
          NAME_IT + " If the first line is a code itself, put a line `code` above it.");
    }
    return separator.isPresent() && names.size() > 1
        ? CsvLayout.codesAlone(separator.get())
        : CsvLayout.codesAlone(',');
  }

  private Optional<CsvLayout> named(char separator) {
    List<String> names = fields(separator);
    Fit best = names.stream().map(ColumnNames::code).min(Fit::compareTo).orElse(Fit.NONE);
    if (best == Fit.NONE) {
      return Optional.empty();
    }
    List<Integer> codes = new ArrayList<>();
    int card = -1;
    for (int i = 0; i < names.size(); i++) {
      if (ColumnNames.code(names.get(i)) == best) {
        codes.add(i);
      }
      card = card < 0 && ColumnNames.isCardId(names.get(i)) ? i : card;
    }
    if (codes.size() > 1) {
      throw failure(
          "two of its columns may be the codes: "
              + names.get(codes.get(0))
              + " and "
              + names.get(codes.get(1)),
          "Name the right one `code`.");
    }
    return Optional.of(new CsvLayout(true, separator, names.size(), codes.get(0), card));
  }

  private List<String> fields(char separator) {
    List<String> fields = CsvLayout.codesAlone(separator).fields(line);
    return fields == null ? List.of() : fields.stream().map(String::strip).toList();
  }

  /** By the separator that makes the most of the line. */
  private List<String> names(List<Character> separators) {
    List<String> most = List.of(line.strip());
    for (char separator : separators) {
      List<String> fields = fields(separator);
      most = fields.size() > most.size() ? fields : most;
    }
    return most.stream().filter(name -> !name.isEmpty()).toList();
  }

  private static boolean looksLikeNames(List<String> names, Supplier<Optional<String>> next) {
    if (names.stream().anyMatch(ColumnNames::isKnown)) {
      return true;
    }
    if (!names.isEmpty() && names.stream().allMatch(ColumnNames::isNumbered)) {
      return names.size() > 1
          || next.get().filter(second -> !ColumnNames.isNumbered(second)).isPresent();
    }
    if (names.isEmpty()) {
      return false;
    }
    String first = names.get(0);
    if (!names.stream().allMatch(CsvHeader::isWord)) {
      // A title over codes, with a year or so in it.
      return names.size() == 1
          && isIdeographic(first)
          && next.get().filter(second -> !isIdeographic(second)).isPresent();
    }
    return names.size() > 1
        || isIdeographic(first)
        || first.chars().anyMatch(Character::isWhitespace)
        || next.get().filter(second -> differsInKind(first, second)).isPresent();
  }

  private static boolean isIdeographic(String name) {
    return name.codePoints().anyMatch(Character::isIdeographic);
  }

  private static boolean isWord(String name) {
    return !SpreadsheetDamage.isError(name)
        && name.codePoints().noneMatch(Character::isDigit)
        && (isIdeographic(name) || name.codePoints().filter(Character::isLetter).count() > 1);
  }

  /** A code is like the one below it; a name over numbers has letters that they have not. */
  private static boolean differsInKind(String word, String second) {
    boolean upper = word.chars().anyMatch(Character::isUpperCase);
    boolean lower = word.chars().anyMatch(Character::isLowerCase);
    return second.chars().anyMatch(Character::isDigit)
        && ((upper && second.chars().noneMatch(Character::isUpperCase))
            || (lower && second.chars().noneMatch(Character::isLowerCase)));
  }

  private static Failure failure(String why, String fix) {
    return Failure.of(FailureKind.INPUT, why, fix);
  }
}
