package io.github.wxcard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  @TempDir Path home;
  private Path path;
  private ConfigFile file;

  @BeforeEach
  void nameTheFile() {
    Surroundings surroundings = new Surroundings(home);
    file = surroundings.file();
    path = home.resolve(".config/wxcard/config.json");
  }

  @Test
  void a_missing_file_reads_as_an_empty_one_and_is_not_made() {
    assertThat(file.read()).hasToString("{\"version\":1}");
    assertThat(path).doesNotExist();
  }

  @Test
  void only_the_owner_may_read_the_file_and_its_folder() throws IOException {
    file.update(tree -> tree.put("current", "shop"));

    assertThat(permissions(path)).isEqualTo("rw-------");
    assertThat(permissions(path.getParent())).isEqualTo("rwx------");
    assertThat(permissions(path.resolveSibling("config.json.lock"))).isEqualTo("rw-------");
  }

  @Test
  void a_file_that_others_could_read_is_private_again_after_a_change() throws IOException {
    write("{}");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(file.exposure()).contains("rw-r--r--");

    file.update(tree -> tree.put("current", "shop"));

    assertThat(file.exposure()).isEmpty();
  }

  @Test
  void keys_that_the_program_does_not_know_are_kept() throws IOException {
    write("{\"version\":1,\"plugins\":[1,2.50,null],\"profiles\":{\"shop\":{\"note\":\"中文\"}}}");

    new Profiles(file).save(Surroundings.profile("shop", "wx1", null));

    ObjectNode tree = file.read();
    assertThat(tree.path("plugins")).hasToString("[1,2.50,null]");
    assertThat(tree.at("/profiles/shop/note").asText()).isEqualTo("中文");
    assertThat(tree.at("/profiles/shop/appId").asText()).isEqualTo("wx1");
  }

  @Test
  void a_broken_file_is_told_with_its_place_and_never_overwritten() throws IOException {
    String broken = "{\n  \"version\": 1,\n  \"current\": shop\n}";
    write(broken);

    Failure reading = failure(() -> file.read());
    Failure writing = failure(() -> file.update(tree -> tree.put("current", "shop")));

    assertThat(reading.kind()).isEqualTo(FailureKind.CONFIG);
    assertThat(reading.getMessage()).contains("line 3, column 1", path.toString());
    assertThat(writing.getMessage()).isEqualTo(reading.getMessage());
    assertThat(path).hasContent(broken);
    assertThat(path.resolveSibling("config.json.tmp")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\"text\"", "{} {}", "{\"version\":2}", "{\"version\":\"x\"}"})
  void what_is_no_config_of_ours_is_refused_and_kept(String content) throws IOException {
    write(content);

    assertThat(failure(() -> file.update(tree -> {})).kind()).isEqualTo(FailureKind.CONFIG);
    assertThat(path).hasContent(content);
  }

  @Test
  void text_in_another_encoding_is_refused() throws IOException {
    write("{}");
    Files.write(path, new byte[] {'{', '"', (byte) 0xd6, (byte) 0xd0, '"', ':', '1', '}'});

    assertThat(failure(() -> file.read()).kind()).isEqualTo(FailureKind.CONFIG);
  }

  @Test
  void a_folder_in_the_files_place_is_a_configuration_failure() throws IOException {
    Files.createDirectories(path);

    assertThat(failure(() -> file.read()).kind()).isEqualTo(FailureKind.CONFIG);
  }

  @Test
  void a_link_of_ones_own_is_followed_and_stays_a_link() throws IOException {
    Path real = Files.writeString(home.resolve("dotfile.json"), "{\"version\":1}");
    Files.createDirectories(path.getParent());
    Files.createSymbolicLink(path, real);

    file.update(tree -> tree.put("current", "shop"));

    assertThat(path).isSymbolicLink();
    assertThat(Json.read(Files.readString(real)).path("current").asText()).isEqualTo("shop");
  }

  @Test
  void a_link_that_others_can_change_is_refused_wherever_it_stands() throws IOException {
    Path open = Files.createDirectory(home.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path real = Files.createDirectory(home.resolve("real"));
    Files.createSymbolicLink(open.resolve("inner"), real);
    Files.createSymbolicLink(home.resolve("outer"), open.resolve("inner"));
    ConfigFile linked =
        new ConfigFile(home.resolve("outer/config.json"), new Surroundings(home).environment());

    Failure failure = failure(() -> linked.update(tree -> tree.put("current", "shop")));

    assertThat(failure.getMessage()).contains("a link that others can change", "open/inner");
    assertThat(real).isEmptyDirectory();
  }

  @Test
  void links_in_a_circle_are_a_configuration_failure() throws IOException {
    Files.createDirectories(path.getParent());
    Files.createSymbolicLink(path, path.resolveSibling("other"));
    Files.createSymbolicLink(path.resolveSibling("other"), path);

    assertThat(failure(() -> file.read()).kind()).isEqualTo(FailureKind.CONFIG);
  }

  private void write(String content) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private static String permissions(Path of) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(of));
  }

  private static Failure failure(ThrowingCallable action) {
    Failure failure = catchThrowableOfType(Failure.class, action);
    assertThat(failure).isNotNull();
    return failure;
  }
}
