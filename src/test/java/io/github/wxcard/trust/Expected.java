package io.github.wxcard.trust;

import io.github.wxcard.trust.Call.Again;
import io.github.wxcard.trust.Fault.Effect;
import java.util.Set;

/**
 * What must come of a call that meets a fault.
 *
 * @param exitCode the command's
 * @param least the fewest times that the call may be sent
 * @param most the most times
 */
record Expected(int exitCode, int least, int most) {
  private static final int NETWORK = 6;
  private static final int REFUSED = 5;
  private static final int CREDENTIALS = 4;
  private static final int PARTIAL = 8;

  /**
   * @param secure whether it meets it over TLS
   */
  static Expected of(Call call, Fault fault, boolean secure) {
    int sent = mended(call, fault) && fault.effect() == Effect.ODD ? 1 : sent(call, fault.effect());
    return new Expected(
        exitCode(call, fault), least(call, fault, sent), most(call, fault, sent, secure));
  }

  /** Whether the call is carried out after all, so that nothing is told. */
  boolean good() {
    return exitCode == 0;
  }

  private static int sent(Call call, Effect effect) {
    return switch (effect) {
      case UNSENT -> 0;
      case ANSWERED, REFUSED -> 1;
      case LOST -> call.again().tries;
      case LATE -> call.is("waits") ? call.again().tries : 1;
      case ODD -> call.again() == Again.IMPORTS ? 2 : 1;
      case BUSY_ONCE -> call.again().tries > 1 ? 2 : 1;
      case TOKEN, TOKEN_ONCE -> call.is("open") ? 1 : 2;
    };
  }

  /** A busy machine may use the whole time limit up before the call is sent. */
  private static int least(Call call, Fault fault, int sent) {
    return fault.effect() == Effect.LATE && !call.is("waits") ? 0 : sent;
  }

  private static int most(Call call, Fault fault, int sent, boolean secure) {
    // The JDK's client asks for a GET once more by itself when its connection breaks.
    int times = secure && call.method().equals("GET") ? 2 : 1;
    if (fault.name().equals(Faults.RESET_UNREAD)) {
      // The host cannot tell a call from the looks that follow it.
      return times * (sent + call.again().looks);
    }
    return fault.effect() == Effect.LOST ? times * sent : sent;
  }

  private static int exitCode(Call call, Fault fault) {
    if (mended(call, fault) || foundAfterwards(call, fault)) {
      return 0;
    }
    int own = own(fault);
    return call.is("batch") && own != CREDENTIALS ? PARTIAL : own;
  }

  private static boolean mended(Call call, Fault fault) {
    return switch (fault.effect()) {
      case ANSWERED -> true;
      case ODD -> fault.good().stream().anyMatch(call::is);
      case BUSY_ONCE -> call.again().tries > 1;
      case TOKEN_ONCE -> !call.is("open");
      default -> false;
    };
  }

  /** An import whose answers were lost is looked up, and the host says that all is there. */
  private static boolean foundAfterwards(Call call, Fault fault) {
    boolean timeToLook = fault.effect() != Effect.LATE || call.is("waits");
    return call.again() == Again.IMPORTS
        && Set.of(Effect.LOST, Effect.ODD, Effect.LATE).contains(fault.effect())
        && timeToLook
        && !fault.name().equals(Faults.RESET_UNREAD);
  }

  private static int own(Fault fault) {
    return switch (fault.errcode()) {
      case 0 -> NETWORK;
      case -1, 45009 -> REFUSED;
      default -> CREDENTIALS;
    };
  }
}
