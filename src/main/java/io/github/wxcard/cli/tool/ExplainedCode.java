package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.ErrorCode;
import io.github.wxcard.error.RetryRule;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.text.Language;
import java.util.Locale;

/** A row of the error table in one language. */
record ExplainedCode(ErrorCode row, Language language) {
  private static final int SUCCESS = 0;

  String meaning() {
    return language == Language.ZH ? row.meaningZh() : row.meaning();
  }

  /** The row in full, for one who has met the code. */
  void text(Page page) {
    boolean chinese = language == Language.ZH;
    page.line(headline());
    page.line((chinese ? "  含义：" : "  Meaning: ") + meaning());
    page.line((chinese ? "  处理：" : "  Next: ") + fix());
    page.line((chinese ? "  重试：" : "  Retry: ") + retry());
    page.line((chinese ? "  退出码：" : "  Exit code: ") + exitCode());
  }

  /** The row in one line, for one who is looking for a code. */
  String line() {
    return headline() + " - " + meaning();
  }

  ObjectNode json() {
    return Json.object()
        .put("errcode", row.code())
        .put("errmsg", row.text())
        .put("meaning", meaning())
        .put("fix", fix())
        .put("retry", row.retry().name().toLowerCase(Locale.ROOT))
        .put("retryable", row.retry().worthRepeating())
        .put("kind", succeeds() ? null : row.kind().label())
        .put("exit_code", exitCode());
  }

  private String headline() {
    return (row.code() + "  " + row.text()).stripTrailing();
  }

  private String fix() {
    return language == Language.ZH ? row.remedyZh() : row.remedy();
  }

  private int exitCode() {
    return succeeds() ? 0 : row.kind().exitCode();
  }

  private boolean succeeds() {
    return row.code() == SUCCESS;
  }

  private String retry() {
    if (succeeds()) {
      return language == Language.ZH ? "不需要。" : "not needed.";
    }
    return language == Language.ZH ? inChinese(row.retry()) : inEnglish(row.retry());
  }

  private static String inEnglish(RetryRule retry) {
    return switch (retry) {
      case NO -> "no; the same call gets the same answer until something is changed.";
      case TOKEN -> "once, with a new access token; wxcard does that by itself.";
      case BACKOFF ->
          "after a moment, three tries at most; wxcard does that where a repetition is harmless.";
      case LATER -> "later; a quota or a waiting period must pass first.";
    };
  }

  private static String inChinese(RetryRule retry) {
    return switch (retry) {
      case NO -> "不要重试；不做修改，同样的请求只会得到同样的结果。";
      case TOKEN -> "换新的 access_token 后重试一次；wxcard 会自动处理。";
      case BACKOFF -> "稍等再试，最多三次；重复调用无害时，wxcard 会自动重试。";
      case LATER -> "以后再试；要等额度恢复或等待期过去。";
    };
  }
}
