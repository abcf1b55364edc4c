package io.github.wxcard.batch;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.Digests;
import io.github.wxcard.text.IoErrorMessage;
import io.github.wxcard.text.OwnerOnlyFiles;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;

/**
 * A copy of an input that nobody changes while a batch works through it. A pipe can be read only
 * once, and a file may be saved over at any time.
 *
 * @param copy read through no channel, which an interrupt would close
 * @param digest SHA-256 of the content, in hex
 * @param lines how many lines there are, blank ones and all
 */
public record InputSnapshot(InputStream copy, String digest, int lines) implements AutoCloseable {
  /** Copies an input to its end; nothing is left of the copy, however this process ends. */
  static InputSnapshot of(InputStream in, Path copy, String name) {
    MessageDigest digest = Digests.sha256();
    long ends = 0;
    int last = '\n';
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = create(copy)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        digest.update(buffer, 0, read);
        for (int i = 0; i < read; i++) {
          ends += LineReader.isEnd(buffer[i], last) ? 1 : 0;
          last = buffer[i];
        }
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
    long lines = ends + (last == '\n' || last == '\r' ? 0 : 1);
    String hex = HexFormat.of().formatHex(digest.digest());
    return new InputSnapshot(openAndDelete(copy, name), hex, Math.toIntExact(lines));
  }

  @Override
  public void close() throws IOException {
    copy.close();
  }

  private static InputStream openAndDelete(Path copy, String name) {
    try {
      InputStream open = new FileInputStream(copy.toFile());
      if (!copy.toFile().delete()) {
        // Where an open file cannot be deleted it goes with the process.
        copy.toFile().deleteOnExit();
      }
      return open;
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static OutputStream create(Path copy) throws IOException {
    return Channels.newOutputStream(
        FileChannel.open(
            copy,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnlyFiles.ownerOnly(copy, OwnerOnlyFiles.FILE)));
  }

  static Failure unreadable(String name, IOException e) {
    return Failure.of(
            FailureKind.INPUT,
            name + " cannot be read or kept: " + IoErrorMessage.of(e),
            "Check that you may read it, and that the disk has room.")
        .causedBy(e);
  }
}
