package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.Codes;
import io.github.wxcard.client.Codes.CodeState;
import io.github.wxcard.client.Reconciliation;
import io.github.wxcard.client.UncertainOutcomeException;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends codes for good, one a call. A request leaves at most once between two looks at the code:
 * what may have been sent is looked up, before and after.
 */
abstract class IrreversibleTask implements BatchTask {
  private static final int NOT_ISSUED = 40056;

  /** What a code answers that has ended: redeemed, or in no state to be ended. */
  private static final Set<Integer> PERHAPS_BY_US = Set.of(40099, 40127);

  private final Codes codes;
  private final Reconciliation ending;
  private final Map<String, Boolean> memberCards = new ConcurrentHashMap<>();

  IrreversibleTask(Codes codes, Reconciliation ending) {
    this.codes = codes;
    this.ending = ending;
  }

  /** Sends the request, once, and adds what was answered to the line's row. */
  abstract void send(InputLine line, ObjectNode row);

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
        return LineResult.recovered(line, row(line, state));
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
    ObjectNode row = line.row(true);
    try {
      send(line, row);
      return LineResult.done(line, row);
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
        return LineResult.recovered(line, row(line, state));
      }
      return LineResult.unknown(
          line,
          isUnseen(state) ? Reconciliation.toldOfMember(lost, state) : ending.told(lost, state));
    } catch (Failure lookup) {
      return LineResult.unknown(line, ending.untold(lost, line.code(), lookup));
    }
  }

  private LineResult endedAfterAll(InputLine line, LineResult result) {
    try {
      return ended(line).orElse(result);
    } catch (Failure lookup) {
      return LineResult.unknown(line, lookup);
    }
  }

  private Optional<LineResult> ended(InputLine line) {
    CodeState state = look(line);
    return ending.reached(state)
        ? Optional.of(LineResult.recovered(line, row(line, state)))
        : Optional.empty();
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

  private static ObjectNode row(InputLine line, CodeState state) {
    return line.done(state.cardId(), state.openid());
  }
}
