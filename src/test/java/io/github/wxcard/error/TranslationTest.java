package io.github.wxcard.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import io.github.wxcard.text.Language;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an error means, and whatever is to be done about it, can be said in Chinese. */
class TranslationTest {
  /** Beginnings and parts that are whole only with what the test below puts into them. */
  private static final Set<String> COMPOSED =
      Set.of(
          " worth another try. {1}",
          "{1} --explain shows what was signed here.",
          "Start Redis there, or {1}{2}",
          "{1}{2} again.");

  private static final Pattern ENGLISH_SENTENCE = Pattern.compile("[a-z]{2,}\\.( |$)");

  @Test
  void every_meaning_and_fix_in_the_sources_is_known_in_chinese() throws IOException {
    Map<String, String> missing = new TreeMap<>();
    sources()
        .forEach(
            (file, texts) ->
                texts.stream()
                    .filter(text -> !COMPOSED.contains(numbered(text)))
                    .forEach(
                        text -> {
                          if (!isChinese(Translation.of(filled(text), Language.ZH))) {
                            missing.put(numbered(text), file);
                          }
                        }));
    assertThat(missing).as("English texts without a row in chinese.tsv").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Redeem it again.|请重新核销。
          Start Redis there, or correct the tokenStore of profile shop.|请在该处启动 Redis，或改正 profile shop 的 tokenStore。
          3 of them are worth another try. Go on with --resume, which repeats nothing that is done.|其中 3 个值得再试。用 --resume 继续，已完成的不会重复。
          See `wxcard card --help`.|请看 `wxcard card --help`。
          Did you mean --json?|您是否想用 --json？
          Do not redeem it again.|不要再次核销该券码。
          Something unheard of. Give one of the two.|Something unheard of. 请只给出其中一个。
          That digest comes out when code was left out and the timestamp was signed in milliseconds.|出现该摘要的原因：漏掉了 code，并且timestamp 以毫秒参与了签名。
          Look at the Encrypt element: a + became a blank.|请检查 Encrypt 元素：+ 变成了空格。
          nothing of all this|nothing of all this
          """)
  void texts_with_gaps_and_several_sentences_are_told(String english, String chinese) {
    assertThat(Translation.of(english, Language.ZH)).isEqualTo(chinese);
    assertThat(Translation.of(english, Language.EN)).isEqualTo(english);
  }

  @Test
  void the_texts_of_the_error_table_are_told_as_it_has_them() {
    for (ErrorCode row : ErrorTable.all()) {
      assertThat(isChinese(Translation.of(row.meaning(), Language.ZH))).as("%s", row).isTrue();
      assertThat(isChinese(Translation.of(row.remedy(), Language.ZH))).as("%s", row).isTrue();
    }
  }

  @Test
  void what_was_said_in_one_language_stays_in_it() {
    Failure failure = Failure.of(FailureKind.USAGE, "x", "Give one of the two.").in(Language.EN);
    assertThat(failure.in(Language.ZH).fix()).contains("Give one of the two.");
    assertThat(Failure.of(FailureKind.USAGE, "x", null).in(Language.ZH).fix()).isEmpty();
  }

  private static boolean isChinese(String told) {
    return told.codePoints().anyMatch(Character::isIdeographic)
        && !ENGLISH_SENTENCE.matcher(told).find();
  }

  /** With something in its gaps that no translation holds. */
  private static String filled(String text) {
    String filled = text;
    for (int gap = 1; filled.contains(SourceTexts.GAP); gap++) {
      filled = filled.replaceFirst(SourceTexts.GAP, "Q" + gap);
    }
    return filled;
  }

  /** As it would stand in the table. */
  private static String numbered(String text) {
    String numbered = text;
    for (int gap = 1; numbered.contains(SourceTexts.GAP); gap++) {
      numbered = numbered.replaceFirst(SourceTexts.GAP, "{" + gap + "}");
    }
    return numbered;
  }

  private static Map<String, Set<String>> sources() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, Set<String>> texts = new TreeMap<>();
    List<File> files;
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      files = all.filter(file -> file.toString().endsWith(".java")).map(Path::toFile).toList();
    }
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromFiles(files));
      for (CompilationUnitTree file : task.parse()) {
        // By its place: two packages may have a file of the same name.
        texts.put(file.getSourceFile().getName(), SourceTexts.of(file));
      }
    }
    return texts;
  }
}
