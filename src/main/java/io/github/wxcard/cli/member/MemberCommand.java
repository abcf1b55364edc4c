package io.github.wxcard.cli.member;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** Member cards: their holders, and the form with which somebody becomes one. */
@Command(
    name = "member",
    description = "Member cards: activation, points and stored value, the activation form.")
public final class MemberCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        MemberActivateCommand.class,
        MemberUpdateCommand.class,
        MemberInfoCommand.class,
        MemberFormCommand.class,
        MemberUrlCommand.class,
        MemberFormDataCommand.class);
  }
}
