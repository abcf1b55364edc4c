package io.github.wxcard.trust;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.Set;

/**
 * A way in which a server misbehaves.
 *
 * @param answers what the call gets, one after the other, the last one for ever; empty when the
 *     host itself is another kind of server
 * @param effect what the client can know afterwards
 * @param errcode what the answer refuses with; 0 for none
 * @param told a pattern of what a person must be told
 * @param good terminal of calls for which it is a good answer after all
 */
record Fault(
    String name,
    List<ResponseDefinitionBuilder> answers,
    Effect effect,
    int errcode,
    String told,
    Set<String> good) {

  /** What the client can know about a request. */
  enum Effect {
    /** It was answered well, oddities aside. */
    ANSWERED,
    /** No connection: nothing was sent. */
    UNSENT,
    /** Nobody knows what became of it, and another try may go better. */
    LOST,
    /** As LOST, and the time limit is used up as well. */
    LATE,
    /** Nobody knows what became of it, and another try would end the same way. */
    ODD,
    /** WeChat was busy, once. */
    BUSY_ONCE,
    /** Its token was refused, once. */
    TOKEN_ONCE,
    /** Its token was refused, and the new one too. */
    TOKEN,
    /** It was refused for good. */
    REFUSED
  }

  @Override
  public String toString() {
    return name;
  }
}
