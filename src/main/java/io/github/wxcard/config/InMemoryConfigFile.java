package io.github.wxcard.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What would stand in the config file if anything could be kept. */
final class InMemoryConfigFile extends ConfigFile {
  private final ReentrantLock lock = new ReentrantLock();
  private ObjectNode tree;

  InMemoryConfigFile(Environment environment) {
    super(Path.of("config.json"), environment);
  }

  @Override
  <T> T holding(Duration timeout, Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  synchronized Optional<ObjectNode> load() {
    return Optional.ofNullable(tree).map(ObjectNode::deepCopy);
  }

  @Override
  synchronized void write(ObjectNode changed) {
    tree = changed.deepCopy();
  }
}
