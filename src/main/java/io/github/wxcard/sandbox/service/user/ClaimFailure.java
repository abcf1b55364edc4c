package io.github.wxcard.sandbox.service.user;

import io.github.wxcard.sandbox.service.base.ApiException;

/** What a phone shows whose claim fails; no answer of the API says it. */
enum ClaimFailure {
  NONE_LEFT("已领完(addcard)", "none left"),
  WRONG_PARAMETER("参数错误(addcard)", "wrong parameter"),
  WRONG_SIGNATURE("签名错误(addcard)", "wrong signature"),
  CLAIMED_BEFORE("已领取", "claimed before");

  private final String label;
  private final String english;

  ClaimFailure(String label, String english) {
    this.label = label;
    this.english = english;
  }

  /** The refusal that fits it, for a reason. */
  ApiException because(int errcode, String reason) {
    return new ApiException(errcode, labelled(reason));
  }

  /** A refusal that was made without a thought of phones. */
  ApiException of(ApiException refusal) {
    return refusal.saying(labelled(refusal.getMessage()));
  }

  private String labelled(String reason) {
    return "the phone shows " + label + ", " + english + ": " + reason;
  }
}
