package io.github.wxcard.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts a sandbox for each test, fills the {@link Injected} fields and stops it afterwards. */
final class RawSandboxExtension implements BeforeEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(RawSandboxExtension.class);

  /** A sandbox that JUnit closes together with the test it was started for. */
  private record Started(RawSandbox raw, DatabaseRows rows, Path folder) implements AutoCloseable {
    static Started onFile() throws IOException {
      Path folder = Files.createTempDirectory("sandbox");
      DatabaseRows rows = new DatabaseRows(folder.resolve("sandbox.db"));
      return new Started(RawSandbox.on(rows.db(), 1), rows, folder);
    }

    @Override
    public void close() throws IOException {
      raw.close();
      if (folder != null) {
        delete(folder);
      }
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException, IllegalAccessException {
    Object test = context.getRequiredTestInstance();
    List<Field> fields = AnnotationSupport.findAnnotatedFields(test.getClass(), Injected.class);
    Started started =
        fields.stream().anyMatch(field -> field.getType() == DatabaseRows.class)
            ? Started.onFile()
            : new Started(RawSandbox.inMemory(), null, null);
    context.getStore(NAMESPACE).put(Started.class, started);
    for (Field field : fields) {
      field.setAccessible(true);
      field.set(test, value(field.getType(), started));
    }
  }

  private static Object value(Class<?> type, Started started) {
    if (type == DatabaseRows.class) {
      return started.rows();
    }
    if (type == Phone.class) {
      return new Phone(started.raw());
    }
    if (type == Members.class) {
      return new Members(started.raw());
    }
    if (type == Wire.class) {
      return new Wire(started.raw().sandbox.base());
    }
    return started.raw();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((one, other) -> other.compareTo(one)).forEach(RawSandboxExtension::remove);
    }
  }

  private static void remove(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
