package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wxcard.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many processes, each with a home of its own, that share one account through one Redis. */
class RedisTokenStoreTogetherTest {
  private static final int PROCESSES = 32;

  /** So many start at once, lest they starve each other. */
  private static final int STARTING = 4;

  @TempDir Path folder;
  private RedisServer redis;
  private Fleet fleet;

  @BeforeEach
  void start() throws IOException {
    redis = RedisServer.start();
    fleet = new Fleet(folder, redis.url());
  }

  @AfterEach
  void end() {
    fleet.close();
    redis.close();
  }

  @Test
  void thirty_two_processes_ask_for_one_token() throws IOException {
    List<OtherProcess> processes = new ArrayList<>();
    while (processes.size() < PROCESSES) {
      processes.addAll(started(processes.size()));
    }
    for (OtherProcess process : processes) {
      process.go();
    }
    List<String> tokens = new ArrayList<>();
    for (OtherProcess process : processes) {
      tokens.add(process.output());
    }

    assertThat(tokens).hasSize(PROCESSES).containsOnly("marker-token-1");
    assertThat(fleet.one.requests()).isEqualTo(1);
    assertThat(redis.keys()).hasSize(1);
  }

  @Test
  void a_process_killed_while_it_fetches_blocks_the_others_for_seconds_only() throws IOException {
    fleet.one.answer(
        Stub.TOKEN_PATH, Stub.json("{\"access_token\":\"late\"}").withFixedDelay(60_000));
    OtherProcess dying = fleet.process(folder.resolve("dying"));
    dying.awaitReady();
    dying.go();
    await().atMost(60, TimeUnit.SECONDS).until(() -> !redis.keys().isEmpty());
    dying.kill();
    String lock = redis.key(":lock");
    assertThat(redis.lifetime(lock)).isBetween(1L, 15_000L);

    // Sooner than by itself, so that the test is short.
    redis.expire(lock, 300);
    fleet.one.tokens("marker-token-1");
    assertThat(fleet.other.client().tokens().current().value()).isEqualTo("marker-token-1");
    assertThat(fleet.other.around.notices).isEmpty();
  }

  private List<OtherProcess> started(int first) throws IOException {
    List<OtherProcess> starting = new ArrayList<>();
    for (int i = 0; i < STARTING; i++) {
      starting.add(fleet.process(folder.resolve("machine-" + (first + i))));
    }
    for (OtherProcess process : starting) {
      process.awaitReady();
    }
    return starting;
  }
}
