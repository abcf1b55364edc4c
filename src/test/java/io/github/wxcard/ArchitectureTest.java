package io.github.wxcard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the picture of the rooms in the README: which room may use which. */
class ArchitectureTest {
  private static final String BASE = "io.github.wxcard";

  /** The rooms a room may use. A room that is not a key here may not exist. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          Map.entry("json", Set.of("text")),
          Map.entry("error", Set.of("text", "json")),
          Map.entry("server", Set.of()),
          Map.entry("input", Set.of("text", "error")),
          Map.entry("card", Set.of("text", "json", "error", "input")),
          Map.entry("sign", Set.of("text", "json", "error")),
          Map.entry("event", Set.of("text", "error", "sign")),
          Map.entry("output", Set.of("text", "json", "error")),
          Map.entry("config", Set.of("text", "json", "error")),
          Map.entry("client", Set.of("text", "json", "error", "event", "config")),
          Map.entry("sandbox", Set.of("text", "json", "error", "card", "sign", "event", "server")),
          Map.entry("scenario", Set.of("text", "json", "error", "card")),
          Map.entry("batch", Set.of("text", "json", "error", "input", "client", "config")),
          Map.entry("repl", Set.of("text", "error", "output", "scenario")),
          Map.entry(
              "cli",
              Set.of(
                  "text",
                  "json",
                  "error",
                  "server",
                  "input",
                  "card",
                  "sign",
                  "event",
                  "output",
                  "config",
                  "client",
                  "sandbox",
                  "scenario",
                  "batch",
                  "repl")),
          Map.entry("junit", Set.of("json", "sandbox")),
          Map.entry("Main", Set.of("cli", "config", "output")));

  private static JavaClasses classes;

  @BeforeAll
  static void importClasses() throws URISyntaxException {
    URI program = Main.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    classes = new ClassFileImporter().importPath(Path.of(program).resolve("io/github/wxcard"));
  }

  @Test
  void every_arrow_between_rooms_is_in_the_picture() {
    List<String> wrong =
        classes.stream()
            .flatMap(source -> source.getDirectDependenciesFromSelf().stream())
            .filter(dependency -> isOurs(dependency.getTargetClass()))
            .filter(ArchitectureTest::isNotInThePicture)
            .map(Dependency::getDescription)
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_arrow_of_the_picture_is_used() {
    Map<String, Set<String>> used = new HashMap<>();
    ARROWS.keySet().forEach(room -> used.put(room, new HashSet<>()));
    classes.stream()
        .flatMap(source -> source.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> isOurs(dependency.getTargetClass()))
        .forEach(
            dependency ->
                used.getOrDefault(room(dependency.getOriginClass()), new HashSet<>())
                    .add(room(dependency.getTargetClass())));
    used.forEach((room, rooms) -> rooms.remove(room));
    assertThat(used).isEqualTo(ARROWS);
  }

  @Test
  void the_sandbox_goes_from_http_over_rules_to_the_store() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("http")
        .definedBy(BASE + ".sandbox.http..")
        .layer("service")
        .definedBy(BASE + ".sandbox.service..")
        .layer("store")
        .definedBy(BASE + ".sandbox.store..")
        .whereLayer("http")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("service")
        .mayOnlyBeAccessedByLayers("http")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("http", "service")
        .check(classes);
  }

  @Test
  void no_rooms_form_a_circle() {
    for (String rooms : List.of(".(*)..", ".cli.(*)..", ".sandbox.service.(*)..")) {
      slices().matching(BASE + rooms).should().beFreeOfCycles().check(classes);
    }
  }

  @Test
  void families_of_commands_share_their_base_and_nothing_else() {
    slices()
        .matching(BASE + ".cli.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(BASE + ".cli.base"))
        .check(classes);
  }

  @Test
  void only_output_and_main_touch_the_process() {
    List<String> wrong =
        classes.stream()
            .filter(source -> !Set.of("Main", "output").contains(room(source)))
            .flatMap(source -> source.getAccessesFromSelf().stream())
            .filter(access -> access.getTargetOwner().getFullName().equals("java.lang.System"))
            .filter(access -> Set.of("out", "err", "in", "exit").contains(access.getName()))
            .map(JavaAccess::getDescription)
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothing_static_changes() {
    List<String> wrong =
        classes.stream()
            .flatMap(source -> source.getFields().stream())
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
            .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
            .map(JavaField::getFullName)
            .toList();
    assertThat(wrong).isEmpty();
  }

  /** Everybody reads the same, wherever the person lives. */
  @Test
  void nothing_is_written_as_the_persons_locale_has_it() {
    Set<String> withoutLocale =
        Set.of(
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)");
    List<String> wrong =
        classes.stream()
            .flatMap(source -> source.getCodeUnitAccessesFromSelf().stream())
            .filter(access -> withoutLocale.contains(access.getTarget().getFullName()))
            .map(JavaAccess::getDescription)
            .toList();
    assertThat(wrong).isEmpty();
  }

  /** {@code formatted} is for words alone: which locale a number gets cannot be said there. */
  @Test
  void numbers_are_formatted_with_a_locale() throws IOException {
    Pattern number =
        Pattern.compile(
            "%[-+ 0,(]*\\d*(?:\\.\\d+)?[dfe](?:[^\"\\n]|\\\\\")*\"\\s*\\)?\\s*\\.formatted\\(");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern(number);
      }
    }
  }

  /**
   * {@code toString} of a node makes an ObjectMapper, which costs a start more than all of Json.
   */
  @Test
  void json_is_written_by_one_class() {
    List<String> wrong =
        classes.stream()
            .flatMap(source -> source.getMethodCallsFromSelf().stream())
            .filter(call -> call.getTargetOwner().isAssignableTo(JsonNode.class))
            .filter(call -> call.getName().matches("toString|toPrettyString"))
            .map(JavaAccess::getDescription)
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void commands_take_standard_input_whole_through_one_class_that_bounds_it() {
    // ChildStreams hands it to another program and keeps nothing of it.
    Set<String> allowed = Set.of("CommandInput", "BatchInput", "ChildStreams");
    List<String> wrong =
        classes.stream()
            .filter(source -> room(source).equals("cli"))
            .filter(source -> !allowed.contains(source.getSimpleName()))
            .flatMap(source -> source.getMethodCallsFromSelf().stream())
            .filter(call -> call.getTargetOwner().getSimpleName().equals("Console"))
            .filter(call -> call.getName().equals("in"))
            .map(JavaAccess::getDescription)
            .toList();
    assertThat(wrong).isEmpty();
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(BASE);
  }

  private static boolean isNotInThePicture(Dependency dependency) {
    String from = room(dependency.getOriginClass());
    String to = room(dependency.getTargetClass());
    return !from.equals(to) && !ARROWS.getOrDefault(from, Set.of()).contains(to);
  }

  /** The package below the base; a class of the base package is a room of its own. */
  private static String room(JavaClass type) {
    if (type.getPackageName().equals(BASE)) {
      return type.getName().substring(BASE.length() + 1).replaceAll("\\$.*", "");
    }
    return type.getPackageName().substring(BASE.length() + 1).replaceAll("\\..*", "");
  }
}
