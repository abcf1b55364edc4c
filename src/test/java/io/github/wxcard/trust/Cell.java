package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.OwnCertificate;
import io.github.wxcard.Run;
import io.github.wxcard.trust.Fault.Effect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call that meets one fault.
 *
 * @param json whether the command is asked for JSON
 * @param secure whether the host speaks TLS, which goes another way than plain http
 */
record Cell(Call call, Fault fault, boolean json, boolean secure) {
  private static final long MOST_OF_A_FLOOD = 32 << 20;
  private static final String USUAL_LIMIT = "20s";
  private static final String SHORT_LIMIT = "400ms";

  /** A client of its own and a handshake for each cell take a while on a busy machine. */
  private static final String SHORT_LIMIT_OVER_TLS = "700ms";

  /** Where every call meets the fault, the first one does, and no later one. */
  boolean playable() {
    boolean everyCall = fault.effect() == Effect.UNSENT || fault.effect() == Effect.UNREAD;
    return !(call.is("later") && everyCall);
  }

  /** Plays it, and checks all that can be seen of it. */
  void check(Path folder, Host host) throws IOException {
    if (fault.answers().isEmpty()) {
      try (RoughHost rough = new RoughHost(fault.name(), call, host.certificate())) {
        Run run = run(folder, rough.base(), host.certificate());
        checkRun(run);
        checkSent(run, rough.met());
        assertThat(rough.taken())
            .as("bytes taken by %s", run)
            .isLessThanOrEqualTo(MOST_OF_A_FLOOD * rough.met());
      }
      return;
    }
    host.answer(call, fault.answers());
    Run run = run(folder, host.base(), host.certificate());
    checkRun(run);
    checkSent(run, host.requests(call));
  }

  private Run run(Path folder, String base, Optional<OwnCertificate> certificate)
      throws IOException {
    Home home = new Home(folder, base);
    certificate.map(OwnCertificate::certificate).ifPresent(home::trusting);
    String limit =
        fault.effect() != Effect.LATE ? USUAL_LIMIT : secure ? SHORT_LIMIT_OVER_TLS : SHORT_LIMIT;
    List<String> options = new ArrayList<>(List.of("--verbose", "--timeout", limit));
    if (json) {
      options.add("--json");
    }
    return home.run(Markers.SECRET + "\n", home.words(call.line(), options));
  }

  private void checkSent(Run run, int sent) {
    Outcome expected = Outcome.of(call, fault);
    assertThat(sent)
        .as("how often %s was sent by %s", call.name(), run)
        .isBetween(expected.least(), expected.most());
  }

  private void checkRun(Run run) {
    Outcome expected = Outcome.of(call, fault);
    run.exits(expected.exitCode());
    String seen = (call.is("shows") ? "" : run.out()) + run.err();
    assertThat(seen).as("what is seen of %s", run).doesNotContain(Markers.all());
    if (!expected.good()) {
      new Told(call, fault, expected, json).check(run);
    }
  }

  @Override
  public String toString() {
    return call + " meets: " + fault + (secure ? " (TLS)" : "") + (json ? " (JSON)" : "");
  }
}
