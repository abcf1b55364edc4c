package io.github.wxcard.trust;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/** A part of the program that takes bytes from strangers. */
interface FuzzTarget extends AutoCloseable {
  /** Takes an input; whatever this throws is a defect. */
  void take(byte[] input) throws Exception;

  /** Makes ready for the next input; not part of what this one costs. */
  default void tidy(byte[] input) throws IOException {}

  /** How often it handles an input: it reads it, and shows or writes what it has read. */
  int times();

  /** How many bytes the threads that are at work have ever allocated. */
  default long allocated() {
    return threads().getCurrentThreadAllocatedBytes();
  }

  /** Lets go of what it took to be reached. */
  @Override
  default void close() throws IOException {}

  static com.sun.management.ThreadMXBean threads() {
    return (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  }
}
