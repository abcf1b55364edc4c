package io.github.wxcard.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What JVMs find in their three variables: settings count, all else is for other programs. */
class JavaOptionsTest {
  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseG1GC",
        "-XX:+UseParallelGC -XX:+UseZGC",
        "-verbose:gc -showversion -XX:+PrintFlagsFinal -XX:+PrintCommandLineFlags",
        "-Xlog:all=debug:stdout -Xlog:gc:file=/nonexistent/gc.log",
        "-XX:+NoSuchOption -Xnonsense --no-such-option nonsense",
        "-Xmx1k -XX:TieredStopAtLevel=9",
        "-agentlib:nosuchagent -javaagent:/nonexistent.jar",
        "-Djava.system.class.loader=nonsense -Djava.home=/nonexistent",
        "-Djava.security.manager -Djdk.module.main=nonsense -Djava.endorsed.dirs=/x",
        "-Dfile.encoding=UTF-16 -Dstdout.encoding=UTF-16 -Duser.dir=/nonexistent",
        "-cp /nonexistent -jar /nonexistent.jar --version",
        "@/nonexistent/options @/tmp",
        "-XX:VMOptionsFile=/nonexistent -XX:Flags=/nonexistent",
        "'unclosed -Da=\"b",
        " "
      })
  void results_stay_clean_whatever_the_variables_hold(String options) {
    for (String variable : VARIABLES) {
      Run run = Script.wxcard(temp).with(variable, options).run("explain", "40056", "--json");
      assertThat(run.exits(0).json().at("/codes/0/errcode").asInt()).isEqualTo(40056);
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void the_exit_code_is_the_programs_own() {
    Script script = Script.wxcard(temp).with("_JAVA_LAUNCHER_DEBUG", "1");
    VARIABLES.forEach(variable -> script.with(variable, "-XX:+UseZGC -Xlog:all"));
    Run run = script.run("sign", "nonsense");
    assertThat(run.exits(2).out()).isEmpty();
    assertThat(run.err()).startsWith("error: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          -Da=b -verbose:gc -Dc=d             | -Da=b, -Dc=d
          -Djavax.net.ssl.trustStore='/a b/c' | -Djavax.net.ssl.trustStore=/a b/c
          '-Da=x y' "-Db=it's" -Dc='"'        | -Da=x y, -Db=it's, -Dc="
          -Da=x'y z'"'"w                      | -Da=xy z'w
          -Da=C:\\dir\\n                      | -Da=C:\\dir\\n
          -Da=$HOME`id`$(id);*                | -Da=$HOME`id`$(id);*
          -Da= -Db -D=x -D                    | -Da=, -Db
          -Da=微信 -Dwxcard.tty=111           | -Da=微信
          """)
  void settings_arrive_as_a_jvm_would_read_them(String options, String arguments)
      throws IOException {
    Checkout checkout = new Checkout(temp);
    for (String variable : VARIABLES) {
      List<String> out =
          checkout.launcher().with(variable, options).run("x").exits(0).out().lines().toList();
      assertThat(out).startsWith(arguments.split(", "));
      assertThat(out).filteredOn(word -> word.startsWith("-Dwxcard.tty=")).hasSize(1);
    }
  }

  @Test
  void the_last_variable_wins_as_it_does_for_a_jvm_and_the_launcher_wins_over_all()
      throws IOException {
    Checkout checkout = new Checkout(temp);
    Script launcher = checkout.launcher();
    launcher.with("_JAVA_OPTIONS", "-Dwho=last -Dorg.sqlite.lib.path=/x");
    launcher.with("JDK_JAVA_OPTIONS", "-Dwho=middle").with("JAVA_TOOL_OPTIONS", "-Dwho=first");
    String out = launcher.run("x").exits(0).out();
    assertThat(out).startsWith("-Dwho=first\n-Dwho=middle\n-Dwho=last\n-Dorg.sqlite.lib.path=/x\n");
    assertThat(out.lastIndexOf("-Dorg.sqlite.lib.path")).isGreaterThan(out.indexOf("=/x"));
  }

  @Test
  void files_of_options_are_read_as_java_reads_them() throws IOException {
    Checkout checkout = new Checkout(temp);
    Path arguments = temp.resolve("my options");
    Files.writeString(
        arguments,
        """
        -Da=1 # -Dno=1
        "-Db=x \\"y\\" \\\\ z"  -Dc='it is'
        -XX:+UseG1GC -Dd="one \\
            word" -De=C:\\dir\
        """);
    Path ofTheVm = Files.writeString(temp.resolve("vm"), "-Xmx1k '-Df=g h'\n");
    String jdk = "'@" + arguments + "' @@x --disable-@files '@" + arguments + "'";
    String out =
        checkout
            .launcher()
            .with("JDK_JAVA_OPTIONS", jdk)
            .with("_JAVA_OPTIONS", "-XX:VMOptionsFile=" + ofTheVm + " @" + ofTheVm)
            .run("x")
            .exits(0)
            .out();
    assertThat(out)
        .startsWith("-Da=1\n-Db=x \"y\" \\ z\n-Dc=it is\n-Dd=one word\n-De=C:\\dir\n-Df=g h\n-XX:")
        .doesNotContain("-Dno");
  }

  @Test
  void the_build_finds_the_settings_alone() throws IOException {
    Checkout checkout = new Checkout(temp);
    Script launcher = checkout.launcher();
    VARIABLES.forEach(name -> launcher.with(name, "-XX:+UseZGC '-D" + name + "=a b'"));
    launcher.run("x").exits(0);
    assertThat(checkout.buildLog())
        .containsExactly(
            "build '-DJAVA_TOOL_OPTIONS=a b' '-DJDK_JAVA_OPTIONS=a b' '-D_JAVA_OPTIONS=a b' ");
  }

  @Test
  void without_the_variables_nothing_is_added() throws IOException {
    assertThat(new Checkout(temp).launcher().run("x").exits(0).out()).startsWith("-XX:");
  }
}
