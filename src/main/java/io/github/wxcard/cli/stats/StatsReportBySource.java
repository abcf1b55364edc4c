package io.github.wxcard.cli.stats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Option;

/** Figures of cards that were made in one of two ways. */
abstract class StatsReportBySource extends StatsReport {
  @Option(
      names = "--source",
      paramLabel = "api|console",
      description = "Cards made by API, which is the default, or those made in the console.")
  Source source = Source.API;

  StatsReportBySource(String path, String... columns) {
    super(path, columns);
  }

  @Override
  final ObjectNode conditions() {
    return super.conditions().put("cond_source", source.number());
  }

  /** Where cards were made; WeChat counts the two apart. */
  enum Source {
    CONSOLE(0),
    API(1);

    private final int number;

    Source(int number) {
      this.number = number;
    }

    /** The {@code cond_source} of a request. */
    int number() {
      return number;
    }
  }
}
