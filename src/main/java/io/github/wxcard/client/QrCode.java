package io.github.wxcard.client;

import java.util.OptionalLong;

/**
 * A created QR code.
 *
 * @param url what the code encodes
 * @param showQrcodeUrl where WeChat shows it as an image
 * @param expireSeconds empty where the answer does not tell
 */
public record QrCode(String ticket, String url, String showQrcodeUrl, OptionalLong expireSeconds) {}
