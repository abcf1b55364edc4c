package io.github.wxcard.server;

/** What the connections of a listener share. */
record ConnectionContext(
    ExchangeHandler handler,
    ResponseQueue queue,
    ConnectionRegistry registry,
    ResponseEncoder encoder,
    ListenerLimits limits) {}
