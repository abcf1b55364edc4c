package io.github.wxcard.cli.scenario;

import io.github.wxcard.card.CardTemplate;
import io.github.wxcard.card.LogoFile;
import io.github.wxcard.card.Overrides;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.cli.base.DefinitionLoader;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.scenario.Scenario;
import io.github.wxcard.text.IoErrorMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The card and the logo of a walkthrough; the ones shipped with the program are laid out as files
 * for as long as it runs.
 */
record HelloFiles(String card, String logo, Path folder) implements AutoCloseable {
  private static final String CARD = "walkthrough/step-3-create.json";
  private static final String TICKET = "meeting-ticket";
  private static final String NO_COUPON =
      "The card is a MEETING_TICKET: since 2021-04-01 real accounts cannot create coupons, such as"
          + " the walkthrough's own, any more. --card FILE takes another one.";

  private static final String LOGO = "logo.png";

  /** Tells what is wrong with the person's own files before the first call. */
  static void check(CommandContext context, String card, String logo) {
    if (logo != null) {
      LogoFile.read(context.environment().resolve(logo), logo, context.timeLimit());
    }
    if (card != null && !card.equals("-")) {
      new DefinitionLoader(context, List.of(), true)
          .check(
              Overrides.apply(
                  CommandInput.document(context, card),
                  List.of(),
                  Optional.of(DefinitionLoader.UPLOADED_LATER)));
    }
  }

  /**
   * Lays out what the person has not named.
   *
   * @param coupons whether the account can create one, as the walkthrough's own card is
   */
  static HelloFiles of(CommandContext context, String card, String logo, boolean coupons) {
    try {
      Path folder = Files.createTempDirectory("wxcard");
      return new HelloFiles(
          card(context, folder, card, coupons),
          logo == null ? laidOut(folder, LOGO) : logo,
          folder);
    } catch (IOException e) {
      throw Failure.of(
              FailureKind.CONFIG,
              "no temporary file can be written: " + IoErrorMessage.of(e),
              "Look at the temporary folder, and at the space on its disk.")
          .causedBy(e);
    }
  }

  /** Standard input is read before anything is done: a read in between could not be interrupted. */
  private static String card(CommandContext context, Path folder, String card, boolean coupons)
      throws IOException {
    if (CommandInput.STANDARD.equals(card)) {
      Path file = folder.resolve(CommandInput.name(card));
      return Files.write(file, CommandInput.bytes(context, card)).toString();
    }
    if (card == null && !coupons) {
      context.note(NO_COUPON);
      return Files.write(folder.resolve(TICKET), ticket(context)).toString();
    }
    return card == null ? laidOut(folder, CARD) : card;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder.resolve(Path.of(CARD).getFileName()));
      Files.deleteIfExists(folder.resolve(TICKET));
      Files.deleteIfExists(folder.resolve(CommandInput.name(CommandInput.STANDARD)));
      Files.deleteIfExists(folder.resolve(LOGO));
      Files.delete(folder);
    } catch (IOException e) {
      // A temporary folder that stays behind is no reason to call the walk a failure.
      folder.toFile().deleteOnExit();
    }
  }

  private static byte[] ticket(CommandContext context) {
    CardTemplate template = CardTemplate.of(TICKET).orElseThrow();
    Optional<String> usual = Optional.empty();
    return Json.bytes(template.fill(usual, usual, usual, context.environment().clock().instant()));
  }

  private static String laidOut(Path folder, String name) throws IOException {
    Path file = folder.resolve(Path.of(name).getFileName());
    try (InputStream in = Scenario.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file.toString();
  }
}
