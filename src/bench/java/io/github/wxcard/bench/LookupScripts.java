package io.github.wxcard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people write in place of wxcard to fetch a token and look a code up. */
final class LookupScripts {
  private static final String SHELL =
      """
      set -e
      token=$(curl -sSf -H 'Content-Type: application/json' --data-binary @"$3" \\
        "$1/cgi-bin/stable_token" | jq -er .access_token)
      curl -sSf -H 'Content-Type: application/json' --data-binary "{\\"code\\":\\"$2\\"}" \\
        "$1/card/code/get?access_token=$token" | jq -er .user_card_status
      """;

  private static final String NODE =
      """
      import { readFileSync } from 'node:fs';
      const [base, code, login] = process.argv.slice(2);
      const post = async (path, body) => {
        const answer = await fetch(base + path, { method: 'POST', body });
        const json = await answer.json();
        if (json.errcode) throw new Error(json.errmsg);
        return json;
      };
      const { access_token } = await post('/cgi-bin/stable_token', readFileSync(login));
      const found = await post(`/card/code/get?access_token=${access_token}`, JSON.stringify({ code }));
      console.log(found.user_card_status);
      """;

  private LookupScripts() {}

  /**
   * The command lines by name, without those whose program this machine does not have.
   *
   * @param folder where the scripts are written
   */
  static Map<String, Command> of(Path folder, String base, String code) throws IOException {
    Path login =
        Files.writeString(
            folder.resolve("login.json"),
            "{\"grant_type\":\"client_credential\",\"appid\":\"%s\",\"secret\":\"%s\"}"
                .formatted(Stock.APP_ID, Stock.SECRET));
    Path shell = Files.writeString(folder.resolve("lookup.sh"), SHELL);
    Path node = Files.writeString(folder.resolve("lookup.mjs"), NODE);
    Map<String, Command> scripts = new LinkedHashMap<>();
    if (there("curl") && there("jq")) {
      scripts.put("curl | jq", script("sh", shell, base, code, login));
    }
    if (there("node")) {
      scripts.put("Node's fetch", script("node", node, base, code, login));
    }
    return scripts;
  }

  private static Command script(String program, Path script, String base, String code, Path login) {
    return Command.of(Map.of(), List.of(program, script.toString(), base, code, login.toString()));
  }

  private static boolean there(String program) {
    boolean found =
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (!found) {
      System.out.println("(no " + program + " here: the rows beside it are left out)");
    }
    return found;
  }
}
