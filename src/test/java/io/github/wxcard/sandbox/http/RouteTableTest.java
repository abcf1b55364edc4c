package io.github.wxcard.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.http.Route.Coverage;
import io.github.wxcard.sandbox.service.ServiceContext;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.store.Store;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The route table says of each of WeChat's endpoints how much of it there is. */
final class RouteTableTest {
  private final Store store = Store.open(Optional.empty(), Clock.systemUTC());
  private final List<ApiSection> sections =
      new Router(
              ServiceContext.of(
                  new Random(1), URI.create("http://h"), Optional.empty(), AccountPolicy.USUAL),
              store)
          .sections();
  private final List<Route> routes =
      sections.stream().flatMap(section -> section.routes().stream()).toList();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void every_route_is_wechats_or_the_sandboxs() {
    for (ApiSection section : sections) {
      assertThat(section.routes())
          .allSatisfy(
              route -> {
                boolean wechats = route.path().matches("/(cgi-bin|card|datacube)/.*");
                boolean ours = route.path().startsWith("/sandbox/") || route.page().isPresent();
                assertThat(wechats || ours).as(route.path()).isTrue();
                assertThat(section.number().isEmpty()).as(route.path()).isNotEqualTo(wechats);
              });
    }
  }

  @Test
  void no_method_of_a_path_has_two_routes() {
    assertThat(routes)
        .extracting(route -> route.verb() + " " + route.path())
        .doesNotHaveDuplicates();
  }

  @Test
  void what_is_not_complete_says_what_is_missing() {
    assertThat(routes)
        .allSatisfy(
            route -> {
              boolean complete = route.coverage() == Coverage.COMPLETE;
              assertThat(route.note().isEmpty()).as(route.path()).isEqualTo(complete);
            });
  }

  @Test
  void the_sections_sum_up_the_endpoints() {
    JsonNode table = ApiSection.coverage(sections);

    assertThat(table.path("endpoints")).isNotEmpty();
    int sum = 0;
    for (JsonNode section : table.path("sections")) {
      assertThat(section.path("title").asText()).isNotEmpty();
      int count = 0;
      for (Coverage coverage : Coverage.values()) {
        count += section.path(coverage.name().toLowerCase(Locale.ROOT)).asInt(1000);
      }
      String number = section.path("section").asText();
      assertThat(count)
          .isEqualTo(
              StreamSupport.stream(table.path("endpoints").spliterator(), false)
                  .filter(endpoint -> endpoint.path("section").asText().equals(number))
                  .count());
      sum += count;
    }
    assertThat(sum).isEqualTo(table.path("endpoints").size());
  }
}
