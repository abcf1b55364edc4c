package io.github.wxcard.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir Path folder;

  @Test
  void a_file_is_replaced_and_nothing_is_left_beside_it() throws IOException {
    Path file = Files.writeString(folder.resolve("二维码.png"), "old");
    OutputFile.at(file).write(new byte[] {1, 2, 3});
    assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_link_keeps_pointing_at_its_file() throws IOException {
    Path file = Files.writeString(folder.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    OutputFile.at(link).write(new byte[] {7});
    assertThat(link).isSymbolicLink();
    assertThat(file).hasBinaryContent(new byte[] {7});
  }

  @Test
  void a_folder_is_refused_before_anything_is_written() {
    assertThatThrownBy(() -> OutputFile.at(folder))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("is a folder");
  }

  @Test
  void a_missing_folder_is_named() {
    assertThatThrownBy(() -> OutputFile.at(folder.resolve("no/such/qr.png")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("there is no folder");
  }

  @Test
  void what_is_no_file_is_written_through() {
    OutputFile.at(Path.of("/dev/null")).write(new byte[] {1});
    assertThat(Path.of("/dev/null")).exists().isNotEqualTo(folder);
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }
}
