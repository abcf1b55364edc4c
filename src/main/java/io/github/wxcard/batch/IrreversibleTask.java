package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.Codes;
import io.github.wxcard.client.Codes.CodeState;
import io.github.wxcard.client.Codes.Redeemed;
import io.github.wxcard.client.Reconciliation;
import io.github.wxcard.client.UncertainOutcomeException;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Ends codes for good, one a call. A request leaves at most once between two looks at the code:
 * what may have been sent is looked up, before and after.
 */
public final class IrreversibleTask implements BatchTask {
  private static final int NOT_ISSUED = 40056;

  /** What a code answers that has ended: redeemed, or in no state to be ended. */
  private static final Set<Integer> PERHAPS_BY_US = Set.of(40099, 40127);

  private final String command;
  private final Codes codes;
  private final Reconciliation ending;
  private final Function<InputLine, ObjectNode> request;
  private final Map<String, Boolean> memberCards = new ConcurrentHashMap<>();

  /**
   * @param request sends it, once, and makes the line's row of the answer
   */
  private IrreversibleTask(
      String command, Codes codes, Reconciliation ending, Function<InputLine, ObjectNode> request) {
    this.command = command;
    this.codes = codes;
    this.ending = ending;
    this.request = request;
  }

  public static BatchTask redeem(Codes codes) {
    return new IrreversibleTask(
        "consume",
        codes,
        Reconciliation.REDEEMED,
        line -> {
          Redeemed redeemed = codes.consumeOnce(line.code(), line.cardId());
          return line.done(redeemed.cardId(), redeemed.openid());
        });
  }

  /**
   * Makes codes void.
   *
   * @param reason for the merchant's records, or null
   */
  public static BatchTask makeVoid(Codes codes, String reason) {
    return new IrreversibleTask(
        "code void",
        codes,
        Reconciliation.MADE_VOID,
        line -> {
          codes.voidOnce(line.code(), line.cardId(), reason);
          return line.done(line.cardId(), null);
        });
  }

  @Override
  public String command() {
    return command;
  }

  @Override
  public int chunkSize() {
    return 1;
  }

  @Override
  public boolean irreversible() {
    return true;
  }

  @Override
  public List<LineResult> process(List<InputLine> chunk, boolean lookUpFirst) {
    InputLine line = chunk.get(0);
    return List.of(lookUpFirst ? lookedUpFirst(line) : sent(line));
  }

  private LineResult lookedUpFirst(InputLine line) {
    try {
      CodeState state = look(line);
      if (ending.reached(state)) {
        return recovered(line, state);
      }
      if (isUnseen(state)) {
        return LineResult.unknown(line, Reconciliation.toldOfMember(sentBefore(), state));
      }
    } catch (Failure lookup) {
      if (lookup.errcode().orElse(0) != NOT_ISSUED) {
        return LineResult.unknown(line, lookup);
      }
    }
    LineResult result = sent(line);
    int errcode = result.failure().flatMap(Failure::errcode).orElse(0);
    // The earlier request may have arrived between the look and this one.
    return PERHAPS_BY_US.contains(errcode) ? endedAfterAll(line, result) : result;
  }

  private LineResult sent(InputLine line) {
    try {
      return LineResult.done(line, request.apply(line));
    } catch (UncertainOutcomeException lost) {
      return lookedUpAfterwards(line, lost.failure());
    } catch (Failure refused) {
      return LineResult.failed(line, refused);
    }
  }

  private LineResult lookedUpAfterwards(InputLine line, Failure lost) {
    try {
      CodeState state = look(line);
      if (ending.reached(state)) {
        return recovered(line, state);
      }
      return LineResult.unknown(
          line,
          isUnseen(state) ? Reconciliation.toldOfMember(lost, state) : ending.told(lost, state));
    } catch (Failure lookup) {
      return LineResult.unknown(line, ending.untold(lost, line.code(), lookup));
    }
  }

  private LineResult endedAfterAll(InputLine line, LineResult refused) {
    try {
      CodeState state = look(line);
      return ending.reached(state) ? recovered(line, state) : refused;
    } catch (Failure lookup) {
      return LineResult.unknown(line, lookup);
    }
  }

  private boolean isUnseen(CodeState state) {
    return ending.unseenOnMemberCards(state)
        && memberCards.computeIfAbsent(state.cardId(), id -> codes.isMembers(state));
  }

  private static Failure sentBefore() {
    return Failure.of(
        FailureKind.NETWORK, "an earlier run may have redeemed the code, and had no answer", "");
  }

  private CodeState look(InputLine line) {
    return codes.get(line.code(), line.cardId(), false);
  }

  private static LineResult recovered(InputLine line, CodeState state) {
    return LineResult.recovered(line, line.done(state.cardId(), state.openid()));
  }
}
