package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.store.Tx;

/** What a call does to the state, and what it answers beside {@code errcode}. */
@FunctionalInterface
public interface Action {
  /** Answers, or throws a {@link Refusal}, which undoes everything. */
  ObjectNode run(Tx tx, Input input);
}
