package io.github.wxcard.sign;

import java.util.List;

/**
 * The signature of {@code wx.config}, without which a page may not use the JS-SDK.
 *
 * @param ticket the jsapi ticket, not the wx_card one
 * @param timestamp seconds
 * @param url the page as the browser shows it; a fragment is not signed
 */
public record JsSdkSignature(String ticket, String nonce, String timestamp, String url)
    implements Signable {

  /** The address that is signed: without {@code #} and what follows. */
  public String signedUrl() {
    int fragment = url.indexOf('#');
    return fragment < 0 ? url : url.substring(0, fragment);
  }

  @Override
  public SigningInput input() {
    return SigningInput.of(Canonicalization.PAIRS)
        .add("jsapi_ticket", ticket)
        .add("noncestr", nonce)
        .add("timestamp", timestamp)
        .add("url", signedUrl());
  }

  @Override
  public List<SignatureMistake> mistakes() {
    return PageMistakes.of(url);
  }

  @Override
  public List<String> warnings() {
    return new InputWarnings()
        .ticket("ticket", ticket)
        .timestamp(timestamp)
        .nonce(nonce)
        .page(url)
        .list();
  }
}
