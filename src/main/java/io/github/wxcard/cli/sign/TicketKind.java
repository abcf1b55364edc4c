package io.github.wxcard.cli.sign;

import io.github.wxcard.client.Tokens;
import io.github.wxcard.client.Tokens.Token;
import io.github.wxcard.sign.SignatureMistake;

/** The two tickets of an account, which are often taken for one another. */
enum TicketKind {
  CARD("card-ticket", "the wx_card ticket") {
    @Override
    Token of(Tokens tokens) {
      return tokens.cardTicket();
    }
  },
  PAGE("jsapi-ticket", "the jsapi ticket") {
    @Override
    Token of(Tokens tokens) {
      return tokens.jsapiTicket();
    }
  };

  private final String mistake;
  private final String words;

  TicketKind(String mistake, String words) {
    this.mistake = mistake;
    this.words = words;
  }

  abstract Token of(Tokens tokens);

  TicketKind other() {
    return this == CARD ? PAGE : CARD;
  }

  /** What to look at when a signature with this ticket cannot be explained. */
  String hint() {
    return "Check that it was made with %s and not %s, with the ticket of this account, and with the same values."
        .formatted(words, other().words);
  }

  /** This ticket was signed where the other one belongs. */
  SignatureMistake mistake(String value) {
    return SignatureMistake.otherSecret(mistake, words, other().words, value);
  }

  /** The AppSecret was signed where this ticket belongs. */
  SignatureMistake appSecretMistake(String appSecret) {
    return SignatureMistake.otherSecret("app-secret", "the AppSecret", words, appSecret);
  }

  /** An access token was signed where this ticket belongs. */
  SignatureMistake accessTokenMistake(String accessToken) {
    return SignatureMistake.otherSecret("access-token", "the access_token", words, accessToken);
  }
}
