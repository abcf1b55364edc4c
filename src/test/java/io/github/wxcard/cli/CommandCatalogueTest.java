package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandCatalogueTest {
  @Test
  void a_command_is_found_by_the_name_that_it_calls_itself() {
    CommandLine complete = CommandCatalogue.complete();
    complete
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(CommandCatalogue.forWords(List.of(name)).getSubcommands())
                    .as(name)
                    .containsOnlyKeys(name)
                    .allSatisfy(
                        (same, found) ->
                            assertThat(found.<Object>getCommand())
                                .hasSameClassAs(command.<Object>getCommand())));
  }
}
