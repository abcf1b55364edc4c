package io.github.wxcard.sandbox.http;

import java.time.Duration;

/**
 * What the connections of a server share.
 *
 * @param patience with a caller in the middle of a request or an answer
 */
record Desk(
    Dispatcher dispatcher,
    Mailbox mailbox,
    Connections connections,
    Reply reply,
    Duration patience) {}
