package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.cli.base.CommandModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Range;

/** What the build wrote of a command is what picocli reads from its annotations. */
class CommandModelTest {
  static List<Class<?>> commands() {
    List<Class<?>> found = new ArrayList<>();
    collect(CommandCatalogue.complete().getCommandSpec(), found);
    return found;
  }

  private static void collect(CommandSpec spec, List<Class<?>> found) {
    found.add(spec.userObject().getClass());
    spec.subcommands().values().forEach(below -> collect(below.getCommandSpec(), found));
  }

  static List<CommandModel> models() {
    return commands().stream().map(CommandModel::find).flatMap(Optional::stream).toList();
  }

  @Test
  void every_command_has_one() {
    assertThat(commands())
        .hasSizeGreaterThan(100)
        .allSatisfy(type -> assertThat(CommandModel.find(type)).as(type.getName()).isPresent());
  }

  /** Reading annotations is a third of a start. Only that tells which object arguments are of. */
  @ParameterizedTest
  @MethodSource("models")
  void none_leaves_the_reading_to_picocli(CommandModel model) {
    assertThat(model.of(model.create()).args()).allMatch(argument -> argument.userObject() == null);
  }

  @ParameterizedTest
  @MethodSource("models")
  void it_says_what_the_annotations_say(CommandModel model) {
    CommandSpec written = model.of(model.create());
    CommandSpec read = CommandSpec.forAnnotatedObject(model.create());

    assertThat(written.name()).isEqualTo(read.name());
    assertThat(help(written)).isEqualTo(help(read));
    assertThat(written.options().stream().map(CommandModelTest::told))
        .containsExactlyElementsOf(read.options().stream().map(CommandModelTest::told).toList());
    assertThat(written.positionalParameters().stream().map(CommandModelTest::told))
        .containsExactlyElementsOf(
            read.positionalParameters().stream().map(CommandModelTest::told).toList());
  }

  @ParameterizedTest
  @MethodSource("models")
  void it_misses_what_the_annotations_miss(CommandModel model) {
    for (List<String> words :
        List.of(List.<String>of(), List.of("--nope"), List.of("a", "b", "c"))) {
      assertThat(complaint(model.of(model.create()), words))
          .isEqualTo(complaint(CommandSpec.forAnnotatedObject(model.create()), words));
    }
  }

  private static String complaint(CommandSpec spec, List<String> words) {
    try {
      new CommandLine(spec).parseArgs(words.toArray(String[]::new));
      return "";
    } catch (ParameterException e) {
      return e.getMessage();
    }
  }

  @Test
  void its_summaries_are_the_commands_below_it() {
    CommandLine program = CommandCatalogue.complete();

    assertSummaries(program.getCommandSpec());
    program.getSubcommands().values().forEach(group -> assertSummaries(group.getCommandSpec()));
  }

  private static void assertSummaries(CommandSpec command) {
    CommandModel model = CommandModel.find(command.userObject().getClass()).orElseThrow();

    assertThat(model.summaries().stream().map(CommandModelTest::listed))
        .containsExactlyElementsOf(
            command.subcommands().values().stream()
                .map(below -> listed(below.getCommandSpec()))
                .toList());
  }

  private static List<Object> listed(CommandSpec command) {
    UsageMessageSpec page = command.usageMessage();
    return List.of(command.name(), page.hidden(), List.of(page.description()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void it_leaves_what_nobody_speaks_of_as_the_command_has_it(CommandModel model) {
    Object command = model.create();
    List<Object> read = values(CommandSpec.forAnnotatedObject(model.create()));

    CommandSpec written = model.of(command);

    assertThat(values(written)).usingRecursiveComparison().isEqualTo(read);
  }

  private static List<Object> values(CommandSpec spec) {
    List<Object> values = new ArrayList<>();
    spec.args().forEach(argument -> values.add(argument.<Object>getValue()));
    return values;
  }

  private static String help(CommandSpec spec) {
    return HelpLayout.render(new CommandLine(spec), HelpText.WIDEST);
  }

  private static List<Object> told(ArgSpec argument) {
    List<Object> told = new ArrayList<>();
    told.add(argument instanceof OptionSpec option ? namesOf(option) : indexOf(argument));
    told.addAll(List.of(argument.arity().toString(), argument.arity().isUnspecified()));
    told.addAll(List.of(argument.type(), List.of(argument.auxiliaryTypes())));
    told.addAll(List.of(argument.paramLabel(), List.of(argument.description())));
    told.addAll(List.of(argument.required(), argument.hidden(), argument.scopeType()));
    told.addAll(List.of(argument.splitRegex(), argument.interactive(), argument.isMultiValue()));
    told.add(argument.defaultValue());
    told.add(Arrays.stream(argument.converters()).map(Object::getClass).toList());
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(told::add);
    }
    return told;
  }

  private static List<Object> namesOf(OptionSpec option) {
    return List.of(
        List.of(option.names()),
        option.negatable(),
        option.usageHelp(),
        option.versionHelp(),
        option.order(),
        option.fallbackValue());
  }

  private static String indexOf(ArgSpec argument) {
    Range index = ((PositionalParamSpec) argument).index();
    return index + (index.isRelative() ? " relative" : "");
  }
}
