package io.github.wxcard.sandbox.service.panel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the addresses of the machine that the sandbox runs on. */
final class OwnMachine {
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  private OwnMachine() {}

  /**
   * Judged by the text alone: a name that somebody else resolves proves nothing.
   *
   * @param host of an address, with the brackets of IPv6
   */
  static boolean has(String host) {
    if (host.toLowerCase(Locale.ROOT).equals("localhost")) {
      return true;
    }
    if (!IPV4.matcher(host).matches() && !host.startsWith("[")) {
      return false;
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (IOException e) {
      return false;
    }
  }
}
