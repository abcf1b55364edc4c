package io.github.wxcard.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class IoErrorMessageTest {
  @ParameterizedTest
  @MethodSource
  void it_is_told_without_the_path_and_without_a_class(Throwable trouble, String words) {
    assertThat(IoErrorMessage.of(trouble)).isEqualTo(words);
  }

  static Stream<Arguments> it_is_told_without_the_path_and_without_a_class() {
    return Stream.of(
        Arguments.of(new AccessDeniedException("/folder/x"), "permission denied"),
        Arguments.of(new NoSuchFileException("/x"), "no such file or folder"),
        Arguments.of(
            new FileSystemException("/x", null, "Read-only file system"), "Read-only file system"),
        Arguments.of(new FileSystemException("/x"), "input or output failed"),
        Arguments.of(new IOException("Is a directory"), "Is a directory"),
        Arguments.of(new IOException(), "input or output failed"),
        Arguments.of(new EOFException(), "it ends too early"),
        Arguments.of(new IOException(new AccessDeniedException("/x")), "permission denied"),
        Arguments.of(new UncheckedIOException(new IOException("no more")), "no more"),
        Arguments.of(new IOException("java.net.SocketException: reset"), "reset"));
  }
}
