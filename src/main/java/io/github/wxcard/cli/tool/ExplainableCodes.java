package io.github.wxcard.cli.tool;

import io.github.wxcard.error.ErrorCode;
import io.github.wxcard.error.ErrorTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be explained: the codes of the API, and those that callbacks bring. */
final class ExplainableCodes {
  private ExplainableCodes() {}

  static List<ErrorCode> all() {
    return Stream.concat(ErrorTable.all().stream(), ErrorTable.ofCallbacks().stream()).toList();
  }

  static Optional<ErrorCode> find(int code) {
    return ErrorTable.find(code)
        .or(() -> ErrorTable.ofCallbacks().stream().filter(row -> row.code() == code).findFirst());
  }
}
