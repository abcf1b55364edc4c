package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code api --field} makes of names that lead deeper, and of names that come twice. */
class ApiFieldsTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void open() {
    wx = new Wxcard(home);
  }

  /** A call with these fields; a word that begins with a dash is an option of its own. */
  private Run api(String... fields) {
    List<String> line =
        new ArrayList<>(List.of("api", "POST", "/card/update", "--sandbox", "--dry-run", "--json"));
    for (String field : fields) {
      if (!field.startsWith("-")) {
        line.add("--field");
      }
      line.add(field);
    }
    return wx.run(line.toArray(String[]::new));
  }

  private String body(String... fields) {
    return api(fields).exits(0).json().at("/requests/0/body").toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a[]=x a[]=y                     | {"a":["x","y"]}
          a[]=x                           | {"a":["x"]}
          a[]=                            | {"a":[""]}
          a[]                             | {"a":[]}
          a[] a[]=x                       | {"a":["x"]}
          a[b]=c                          | {"a":{"b":"c"}}
          a[b][c]=1 a[b][d]=2             | {"a":{"b":{"c":1,"d":2}}}
          a[b]=1 a.c=2 /a/d=3             | {"a":{"b":1,"c":2,"d":3}}
          a.b[]=1 a.b[]=2                 | {"a":{"b":[1,2]}}
          a[b].c=1 a[b][d.e]=2            | {"a":{"b":{"c":1,"d.e":2}}}
          a[][b]=1 a[][c]=2 a[][b]=3      | {"a":[{"b":1,"c":2},{"b":3}]}
          a[][b][]=1 a[][c]=2             | {"a":[{"b":[1],"c":2}]}
          a[0]=x a[1]=y                   | {"a":["x","y"]}
          a[0][b]=1 a[0][c]=2             | {"a":[{"b":1,"c":2}]}
          a=[1,2] a[]=3                   | {"a":[1,2,3]}
          a={"b":1} a[c]=2                | {"a":{"b":1,"c":2}}
          a=[{"b":1}] a[][c]=2            | {"a":[{"b":1},{"c":2}]}
          /a/-=1 /a/-=2                   | {"a":[1,2]}
          a=@x b==1                       | {"a":"@x","b":"=1"}
          """)
  void names_lead_deeper_as_in_gh(String fields, String body) {
    assertThat(body(fields.split(" "))).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a=1 a=2                  | --field a is given more than once
          a=1 a=1                  | --field a is given more than once
          a[b]=1 a.b=2             | --field a.b would undo --field a[b]
          a=1 a[b]=2               | --field a[b] contradicts --field a
          a[b]=2 a=1               | --field a would undo --field a[b]
          a={"b":1} a[b]=2         | --field a[b] would undo --field a
          a=null a[b]=2            | --field a[b] contradicts --field a
          a[]=1 a[b]=2             | --field a[b] contradicts --field a[]
          a[b]=2 a[]=1             | --field a[] contradicts --field a[b]
          a[]=1 a=2                | --field a would undo --field a[]
          a[]=1 a[]                | --field a[] is given more than once
          a=[1] a[0]=2             | --field a[0] would undo --field a
          a=1 --raw-field a=2      | --raw-field a would undo --field a
          """)
  void fields_that_contradict_each_other_are_told_and_nothing_is_sent(String fields, String why) {
    List<String> words = new ArrayList<>(List.of("api", "POST", "/card/update", "--sandbox"));
    String option = "--field";
    for (String word : fields.split(" ", -1)) {
      if (word.startsWith("--")) {
        option = word;
      } else {
        words.addAll(List.of(option, word));
      }
    }
    Run run = wx.run(words.toArray(String[]::new)).exits(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(why, "Next: ");
    assertThat(wx.run("sandbox", "journal", "--json").exits(0).json().findValuesAsText("path"))
        .doesNotContain("/card/update");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a[b=1     | a bracket is not closed
          a]=1      | a bracket is not opened
          a[b]c=1   | text follows a bracket
          a[[b]]=1  | a bracket is not closed
          a[][]=1   | a list inside a list
          [a]=1     | a name in it is empty
          a..b=1    | a name in it is empty
          .a=1      | a name in it is empty
          a[b.]=1   | ok
          /a[0]=1   | a JSON pointer has no brackets
          /=1       | a name in it is empty
          a[01]=1   | 01 is no index
          a[1]=1    | 1 is no index of a list of 0
          a[9999999999]=1 | is no index
          a.0=1     | there is no list yet
          /a/0=1    | there is no list yet
          a         | needs a name, an equals sign and a value
          =x        | needs a name, an equals sign and a value
          []        | needs a name, an equals sign and a value
          """)
  void a_name_that_cannot_be_understood_is_told_with_how_to_write_it(String field, String why) {
    if (why.equals("ok")) {
      api(field).exits(0);
      return;
    }
    Run run = api(field);
    assertThat(run.exitCode()).as(run.toString()).isIn(2, 3);
    assertThat(run.out()).isEmpty();
    assertThat(run.error().path("reason").asText() + run.err()).contains(why);
  }

  @Test
  void a_blank_around_a_name_is_no_part_of_it() {
    assertThat(api("a =1").exits(2).err()).contains("a blank around a name");
  }

  @Test
  void a_list_given_by_two_options_has_no_order_to_send_it_in() {
    Run run = api("a[]=1", "--raw-field=a[]=2").exits(2);
    assertThat(run.err()).contains("in an order that is not known", "--field");
  }

  @Test
  void fields_change_the_body_of_a_file_and_each_other_never() throws IOException {
    String text = "{\"list\":[1,{\"b\":1}],\"a\":{\"b\":0},\"null\":null}";
    Path file = Files.writeString(home.resolve("b.json"), text);
    String body = "--body=" + file;
    assertThat(body(body, "list[0]=2", "list[1][b]=3", "list[]=4", "a.b=5", "null[x]=6"))
        .isEqualTo("{\"list\":[2,{\"b\":3},4],\"a\":{\"b\":5},\"null\":{\"x\":6}}");
    assertThat(body(body, "list[][c]=2")).contains("[1,{\"b\":1},{\"c\":2}]");
    assertThat(api(body, "list[0]=2", "/list/0=3").exits(2).err()).contains("would undo");
    assertThat(api(body, "list[x]=2").exits(3).err()).contains("list is a list");
    assertThat(api(body, "a[]=2").exits(3).err()).contains("a is no list");
    assertThat(api(body, "a[b][c]=2").exits(3).err()).contains("a.b is a plain value");
    assertThat(api(body, "list[5]=2").exits(3).err()).contains("a list of 2 elements");
  }

  @Test
  void codes_in_a_list_that_would_be_numbers_are_warned_about() {
    assertThat(api("code[]=1").exits(0).err()).contains("--raw-field");
    assertThat(api("code=[1]").exits(0).err()).contains("--raw-field");
    assertThat(api("code[]=x").exits(0).err()).doesNotContain("--raw-field");
  }

  @ParameterizedTest
  @CsvSource({"/x?a=1&a=2,", "/x?a=1,--query=a=2", "/x,--query=a=1 --query=a=1"})
  void a_parameter_of_the_query_that_comes_twice_is_told(String path, String more) {
    String line = "api GET " + path + " --sandbox " + (more == null ? "" : more);
    Run run = wx.run(line.strip().split(" ")).exits(2);
    assertThat(run.err()).contains("the parameter a of the query is given more than once");
  }

  @Test
  void other_options_tell_a_name_that_comes_twice_too() {
    Run event =
        wx.run(
            "event",
            "trigger",
            "user_get_card",
            "--to",
            "http://127.0.0.1:1",
            "--dry-run",
            "--code",
            "1",
            "--set",
            "UserCardCode=2");
    assertThat(event.exits(2).err()).contains("UserCardCode is given more than once");
    Run link = wx.run("link", "build", "https://a.cn/?openid=o1#x", "--openid", "o2");
    assertThat(link.exits(2).err()).contains("the parameter openid of the link");
    Run card =
        wx.run(
            "create",
            "samples/groupon.json",
            "--sandbox",
            "--dry-run",
            "--set",
            "/base_info/title=a",
            "--set",
            "/card/groupon/base_info/title=b");
    assertThat(card.exits(2).err()).contains("two --set", "/card/groupon/base_info/title");
  }
}
