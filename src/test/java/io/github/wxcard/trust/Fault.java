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
 * @param told a pattern of what a person must be told
 * @param good the calls for which it is a good answer after all, as {@code calls.txt} marks them
 */
record Fault(
    String name,
    List<ResponseDefinitionBuilder> answers,
    Effect effect,
    String told,
    Set<String> good) {

  /** What the client can know about a request: the columns of {@code outcomes.txt}. */
  enum Effect {
    /** It was answered well, oddities aside. */
    ANSWERED,
    /** No connection: nothing was sent. */
    UNSENT,
    /** As LOST, from a host that has read nothing. */
    UNREAD,
    /** Nobody knows what became of it, and another try may go better. */
    LOST,
    /** WeChat was busy each time, and may have carried it out all the same. */
    BUSY,
    /** WeChat was busy, once. */
    BUSY_ONCE,
    /** As LOST, and the time limit is used up as well. */
    LATE,
    /** Nobody knows what became of it, and another try would end the same way. */
    ODD,
    /** Its token was refused, and the new one too. */
    TOKEN,
    /** Its token was refused, once. */
    TOKEN_ONCE,
    /** The account may not make it at all. */
    DENIED,
    /** The day's calls are used up. */
    QUOTA
  }

  @Override
  public String toString() {
    return name;
  }
}
