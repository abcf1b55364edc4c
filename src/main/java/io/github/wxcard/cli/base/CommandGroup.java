package io.github.wxcard.cli.base;

import java.util.List;

/** A command that only gathers others, so that those a line does not name need not be built. */
public interface CommandGroup {
  /** The commands below it, in the order of the help. */
  List<Class<?>> verbs();
}
