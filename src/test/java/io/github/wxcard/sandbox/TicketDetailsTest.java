package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What merchants write onto movie, meeting and boarding tickets. */
final class TicketDetailsTest {
  private static final String MOVIE = "/card/movieticket/updateuser";
  private static final String MEETING = "/card/meetingticket/updateuser";
  private static final String BOARDING = "/card/boardingpass/checkin";

  /** What each call needs beside the code. */
  private static final Map<String, String> DETAILS =
      Map.of(
          MOVIE,
          "{'ticket_class': '3D', 'show_time': 1791000000, 'duration': 120,"
              + " 'screening_room': '5号厅', 'seat_number': ['7排8座', '7排9座']}",
          MEETING,
          "{'zone': 'A区', 'entrance': '东门', 'seat_number': '2排15座',"
              + " 'begin_time': 1791000000, 'end_time': 1791007200}",
          BOARDING,
          "{'passenger_name': '乘客甲', 'class': '头等舱', 'etkt_bnr': '12345678901234',"
              + " 'seat': '12A', 'gate': 'B2', 'boarding_time': 1791000000, 'qrcode_data': 'q'}");

  @Injected private DatabaseRows rows;
  @Injected private RawSandbox raw;

  @ParameterizedTest
  @CsvSource({MOVIE, MEETING, BOARDING})
  void details_are_kept_with_the_ticket(String path) {
    JsonNode claim = claimed(path);

    JsonNode answer = raw.done(path, Json.write(body(path, claim)));

    assertThat(answer.fieldNames()).toIterable().containsExactly("errcode", "errmsg");
    assertThat(filed(claim)).isEqualTo(Definitions.json(DETAILS.get(path).replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource({
    MOVIE + ",ticket_class,41014",
    MOVIE + ",show_time,41015",
    MOVIE + ",screening_room,41016",
    MOVIE + ",seat_number,41017",
    MOVIE + ",duration,41011",
    MOVIE + ",code,41013",
    MEETING + ",begin_time,0",
    MEETING + ",end_time,0",
    MEETING + ",code,41013",
    MEETING + ",zone,0",
    BOARDING + ",passenger_name,41011",
    BOARDING + ",class,41011",
    BOARDING + ",etkt_bnr,41011",
    BOARDING + ",code,41013",
    BOARDING + ",seat,0"
  })
  void every_required_field_is_needed(String path, String field, int errcode) {
    JsonNode claim = claimed(path);
    ObjectNode body = body(path, claim);
    body.remove(field);

    assertThat(raw.errcode(path, Json.write(body))).isEqualTo(errcode);
    assertThat(filed(claim).isMissingNode()).isEqualTo(errcode != 0);
  }

  @Test
  void the_documentations_own_meeting_ticket_is_taken() {
    JsonNode claim = claimed(MEETING);
    String body =
        """
        {"code": "%s", "card_id": "%s", "zone": "C区", "entrance": "东北门", "seat_number": "2排15号"}
        """;

    raw.done(MEETING, body.formatted(claim.path("code").asText(), claim.path("card_id").asText()));

    assertThat(filed(claim).path("entrance").asText()).isEqualTo("东北门");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        MOVIE + "    | seat_number    | \"7排8座\"         | 47001",
        MOVIE + "    | seat_number    | []                | 41017",
        MOVIE + "    | seat_number    | [7]               | 47001",
        MOVIE + "    | show_time      | \"20:00\"         | 40079",
        MOVIE + "    | duration       | 0                 | 40097",
        MEETING + "  | seat_number    | [\"2排15座\"]      | 47001",
        MEETING + "  | end_time       | 1791000000        | 40079",
        MEETING + "  | end_time       | 1791000001        | 0",
        BOARDING + " | passenger_name | \"名名名名名名名名名名名名名名名\"  | 0",
        BOARDING + " | passenger_name | \"名名名名名名名名名名名名名名名x\" | 45021",
        BOARDING + " | class          | \"舱舱舱舱舱\"      | 0",
        BOARDING + " | class          | \"舱舱舱舱舱x\"     | 45021",
        BOARDING + " | etkt_bnr       | \"123456789012345\" | 45021",
        BOARDING + " | etkt_bnr       | \"1234-5678\"     | 40097",
        BOARDING + " | boarding_time  | \"soon\"          | 40079",
        BOARDING + " | is_cancel      | 1                 | 47001"
      })
  void values_have_their_types_and_limits(String path, String field, String value, int errcode) {
    JsonNode claim = claimed(path);
    ObjectNode body = body(path, claim);
    body.set(field, Definitions.json(value));

    JsonNode answer = raw.call(path, Json.write(body));

    assertThat(answer.path("errcode").asInt()).as("%s", answer).isEqualTo(errcode);
    assertThat(filed(claim).isMissingNode()).isEqualTo(errcode != 0);
  }

  @ParameterizedTest
  @CsvSource({MOVIE, MEETING, BOARDING})
  void the_code_is_a_held_one_of_that_kind_of_ticket(String path) {
    JsonNode claim = claimed(path);
    JsonNode coupon = raw.claimed(Definitions.groupon(), "a");

    assertThat(raw.errcode(path, Json.write(body(path, coupon)))).isEqualTo(45030);
    ObjectNode unknown = body(path, claim).put("code", "123456789012");
    assertThat(raw.errcode(path, Json.write(unknown))).isEqualTo(40056);
    raw.done("/card/code/consume", Members.code(claim));
    assertThat(raw.errcode(path, Json.write(body(path, claim)))).isEqualTo(40127);
    assertThat(filed(claim).isMissingNode()).isTrue();
  }

  @Test
  void a_check_in_can_be_undone() {
    JsonNode claim = claimed(BOARDING);
    raw.done(BOARDING, Json.write(body(BOARDING, claim)));

    raw.done(BOARDING, Json.write(Members.named(claim).put("is_cancel", true)));

    assertThat(filed(claim).isMissingNode()).isTrue();
    assertThat(raw.errcode(BOARDING, "{\"is_cancel\": true}")).isEqualTo(41013);
  }

  @Test
  void a_ticket_that_is_given_away_takes_its_details_along() {
    JsonNode claim = claimed(MOVIE);
    raw.done(MOVIE, Json.write(body(MOVIE, claim)));

    JsonNode accepted =
        new Phone(raw).done("gift", claim.path("code").asText(), "from", "a", "to", "b");

    assertThat(filed(accepted).path("ticket_class").asText()).isEqualTo("3D");
    assertThat(filed(claim).isMissingNode()).isTrue();
  }

  private JsonNode claimed(String path) {
    JsonNode meeting = Samples.read("meeting-ticket.json").tree();
    JsonNode base = meeting.at("/card/meeting_ticket/base_info");
    ObjectNode card = Json.object();
    String type;
    if (path.equals(MOVIE)) {
      type = "MOVIE_TICKET";
      card.put("detail", "动画片");
    } else if (path.equals(BOARDING)) {
      type = "BOARDING_PASS";
      card.put("from", "广州").put("to", "北京").put("flight", "XX123").put("air_model", "A320");
    } else {
      return raw.claimed(Json.write(meeting), "a");
    }
    card.set("base_info", base);
    ObjectNode body = Json.object();
    body.putObject("card").put("card_type", type).set(type.toLowerCase(Locale.ROOT), card);
    return raw.claimed(Json.write(body), "a");
  }

  private static ObjectNode body(String path, JsonNode claim) {
    ObjectNode body = Members.named(claim);
    return body.setAll((ObjectNode) Definitions.json(DETAILS.get(path).replace('\'', '"')));
  }

  /** The filed details; a missing node for none. */
  private JsonNode filed(JsonNode claim) {
    String id = claim.path("card_id").asText() + "/" + claim.path("code").asText();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + rows.db());
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT body FROM document WHERE kind = 'ticket_detail' AND id = ?")) {
      query.setString(1, id);
      ResultSet row = query.executeQuery();
      return row.next() ? Definitions.json(row.getString(1)) : MissingNode.getInstance();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
