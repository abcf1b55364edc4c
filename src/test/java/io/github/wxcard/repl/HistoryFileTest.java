package io.github.wxcard.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.text.SecretPatterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {
  private static final String TOKEN = "61_" + "aB3-_x9Qz".repeat(15);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("wxcard/history");
  }

  private HistoryFile history() {
    return new HistoryFile(file(), new SecretPatterns());
  }

  @Test
  void lines_come_back_in_a_file_of_the_owner_alone() throws IOException {
    history().add("create 双人.json");
    history().add("consume 759733467744");
    assertThat(history().read()).containsExactly("create 双人.json", "consume 759733467744");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void a_file_that_others_could_read_is_closed_to_them() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "old\n");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    history().add("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(history().read()).containsExactly("old", "new");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login 0123456789abcdef0123456789ABCDEF",
        "sign callback jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
        "open https://x/?access_token=abc",
        "login --secret=hunter2",
        "two\nlines",
        "  "
      })
  void what_looks_like_a_secret_is_not_written(String line) throws IOException {
    history().add(line);
    history().add("sign page " + TOKEN);
    assertThat(file()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sign card p --verify f137ab68b7f8112d20ee528ab6074564e2796250",
        "consume 759733467744 --card-id po_2DjgJ2zrboM6SzK3qNuje5iWQ",
        "sandbox scan"
            + " gQH98DwAAAAAAAAAASxodHRwOi8vd2VpeGluLnFxLmNvbS9xLzAyVjdWYkVKNHpjTGUxWldLdjF0Yz",
        "create samples/walkthrough/step-3-create.json --set /card/groupon/base_info/title=x"
      })
  void ordinary_lines_are_kept(String line) throws IOException {
    history().add(line);
    assertThat(history().read()).containsExactly(line);
  }

  @Test
  void a_known_secret_is_not_written_whatever_it_looks_like() throws IOException {
    new HistoryFile(file(), line -> line.contains("sesame")).add("login sesame");
    assertThat(file()).doesNotExist();
  }

  @Test
  void a_long_history_is_cut_back() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(
        file(),
        IntStream.rangeClosed(1, 2500)
            .mapToObj(i -> "line " + i)
            .collect(Collectors.joining("\n")));
    assertThat(history().read()).hasSize(1000).endsWith("line 2500").startsWith("line 1501");
    assertThat(Files.readAllLines(file())).hasSize(1000);
  }

  @Test
  void a_place_that_cannot_be_written_is_told() throws IOException {
    Files.writeString(folder.resolve("wxcard"), "a file in the folder's place");
    assertThatThrownBy(() -> history().add("x")).isInstanceOf(IOException.class);
  }
}
