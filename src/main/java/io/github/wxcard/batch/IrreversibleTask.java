package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.CodeState;
import io.github.wxcard.client.Codes;
import io.github.wxcard.client.Ending;
import io.github.wxcard.client.LostAnswer;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends codes for good, one a call. A request leaves at most once between two looks at the code:
 * what may have been sent is looked up, before and after.
 */
public final class IrreversibleTask implements BatchTask {
  private static final int NOT_ISSUED = 40056;

  /** What a code answers that has ended: redeemed, or in no state to be ended. */
  private static final Set<Integer> PERHAPS_BY_US = Set.of(40099, 40127);

  private final Codes codes;
  private final Ending ending;
  private final Call call;
  private final Map<String, Boolean> memberCards = new ConcurrentHashMap<>();

  /** Sends one request, once. */
  @FunctionalInterface
  public interface Call {
    /** Adds what was answered to the line's row. */
    void send(String code, String cardId, ObjectNode row);
  }

  public IrreversibleTask(Codes codes, Ending ending, Call call) {
    this.codes = codes;
    this.ending = ending;
    this.call = call;
  }

  /** Redeems. */
  public static IrreversibleTask redeeming(Codes codes) {
    return new IrreversibleTask(
        codes,
        Ending.REDEEMED,
        (code, cardId, row) -> {
          var redeemed = codes.consumeOnce(code, cardId);
          row.put("card_id", redeemed.cardId()).put("openid", redeemed.openid());
        });
  }

  /**
   * Makes void.
   *
   * @param reason for the merchant's records, or null
   */
  public static IrreversibleTask voiding(Codes codes, String reason) {
    return new IrreversibleTask(
        codes,
        Ending.MADE_VOID,
        (code, cardId, row) -> {
          codes.voidOnce(code, cardId, reason);
          row.put("card_id", cardId).putNull("openid");
        });
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
        return LineResult.recovered(line, row(line, state));
      }
      if (isUnseen(state)) {
        return LineResult.unknown(line, Ending.toldOfMember(sentBefore(), state));
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
      call.send(line.code(), line.cardId(), row);
      return LineResult.done(line, row);
    } catch (LostAnswer lost) {
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
          line, isUnseen(state) ? Ending.toldOfMember(lost, state) : ending.told(lost, state));
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
        Kind.NETWORK, "an earlier run may have redeemed the code, and had no answer", "");
  }

  private CodeState look(InputLine line) {
    return codes.get(line.code(), line.cardId(), false);
  }

  private static ObjectNode row(InputLine line, CodeState state) {
    return line.done(state.cardId(), state.openid());
  }
}
