package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.store.Transaction;

/** What a call does to the state, and what it answers beside {@code errcode}. */
@FunctionalInterface
public interface ApiAction {
  /** Answers, or throws an {@link ApiException}, which undoes everything. */
  ObjectNode run(Transaction tx, CallInput input);
}
