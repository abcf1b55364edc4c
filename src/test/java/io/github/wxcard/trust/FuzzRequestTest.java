package io.github.wxcard.trust;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** {@link SandboxPortTarget} under Jazzer. */
final class FuzzRequestTest {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

  private static FuzzTarget target;

  @BeforeAll
  static void open() throws IOException {
    target = new SandboxPortTarget();
  }

  @AfterAll
  static void close() throws IOException {
    target.close();
  }

  @FuzzTest(maxDuration = "60s")
  void takes_anything(byte[] input) throws Exception {
    BugDetectors.allowNetworkConnections((host, port) -> LOOPBACK.contains(host));
    new Bounds(target).take(input);
  }
}
