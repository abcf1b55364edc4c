package io.github.wxcard.sign;

/** One value of a signature, under the name that WeChat's documentation gives it. */
public record SignedValue(String name, String value) {}
