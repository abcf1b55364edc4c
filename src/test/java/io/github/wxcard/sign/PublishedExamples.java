package io.github.wxcard.sign;

/** Values that WeChat's documentation and other people's tests have published. */
public final class PublishedExamples {
  public static final String CARD_TICKET = "ojZ8YtyVyr30HheH3CM73y7h4jJE";
  public static final String CARD_ID = "pjZ8Yt1XGILfi-FUsewpnnolGgZk";
  public static final String PAGE_TICKET =
      "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg";

  public static final CardExtSignature A1 =
      new CardExtSignature(CARD_TICKET, CARD_ID, "1434008071", "", "1404896688", "123");
  public static final CardExtSignature A2 =
      new CardExtSignature(PAGE_TICKET, "random_card_id", "", "", "1414587457", "Wm3WZYTPz0wzccnW");
  public static final CardSignSignature C1 =
      new CardSignSignature(
          CARD_TICKET, "wx0123456789abcdef", "", "1404896688", "123", CARD_ID, "GROUPON");
  public static final JsSdkSignature J1 =
      new JsSdkSignature(
          PAGE_TICKET, "Wm3WZYTPz0wzccnW", "1414587457", "http://mp.weixin.qq.com?params=value");
  public static final JsSdkSignature J2 =
      new JsSdkSignature(CARD_TICKET, "asdf", "zxvc", "http://www.hongbeibang.com/123#dd?4");

  public static final String M2_ENCRYPT =
      "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3Qczc"
          + "dCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8q"
          + "Ljvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4"
          + "LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+"
          + "rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0"
          + "lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";
  public static final String M3_ENCRYPT =
      "u0KvD5kCUzGq9QmWTsSRcolKAH92oiMZDBJ840OqXXFhzUFsBZtdDv6Fv2W9zlrP3Rx3jQGiNXY8sV0kWgzdcefN"
          + "3WznfM0TGArGowC9bgHE+4QKGrkly0wQ6ouQe7UrKDvkfMy3t8t8njawTl2z0MvgIsaVAvllB3vDWzY/Oo1P1Q"
          + "9PLdIsgbQjyrJVObZMgFK4KN175ygxBWkb4fdiIAIXSpxN/48LYixSkgohbAcUGlDP8FD3mPTDppz1yI4fGY8j"
          + "HCYy3s2CsylkE/1+/6zAtv/8160FvB/C6CwRd7Q4OypAW2JKDOekWULMhahY+43C8GQaKWWbsmOHdiEoL6N8jC"
          + "yrquvCBnvekZTrRY/CTuyqmpo/5LrDXXORwKDdK0uSVU/9N1Lpz9waEWMFqIPSnYC+MgelLzE9hBlnJ+5qC6O0"
          + "GXrm6QmrncijD2SvdOhfT6OKIDiYJUM2cHHMcg==";

  private PublishedExamples() {}
}
