package io.github.wxcard.sandbox.service.base;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that may call the account, as its console lists them: single ones and blocks.
 *
 * @param entries none: everybody may call
 */
public record IpWhitelist(List<Block> entries) {
  public static final IpWhitelist OFF = new IpWhitelist(List.of());

  private static final int NOT_LISTED = 40164;
  private static final int BYTE = 8;

  /** Digits and separators alone: a name would be looked up. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** Addresses that begin with the same bits. */
  public record Block(InetAddress address, int bits) {
    /** As in {@code 10.0.0.1} or {@code 172.0.0.1/24}; empty for what is neither. */
    public static Optional<Block> parse(String text) {
      String[] parts = text.split("/", 2);
      if (!ADDRESS.matcher(parts[0]).matches()) {
        return Optional.empty();
      }
      try {
        InetAddress address = InetAddress.getByName(parts[0]);
        int all = address.getAddress().length * BYTE;
        boolean dotted = parts[0].contains(":") || parts[0].split("\\.", -1).length == 4;
        if (!dotted || (parts.length > 1 && !parts[1].matches("[0-9]{1,3}"))) {
          return Optional.empty();
        }
        int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : all;
        return bits > all ? Optional.empty() : Optional.of(new Block(address, bits));
      } catch (UnknownHostException e) {
        return Optional.empty();
      }
    }

    boolean holds(InetAddress caller) {
      byte[] own = address.getAddress();
      byte[] other = caller.getAddress();
      int free = own.length * BYTE - bits;
      return own.length == other.length
          && new BigInteger(1, own)
              .shiftRight(free)
              .equals(new BigInteger(1, other).shiftRight(free));
    }
  }

  /** Refuses whoever is not listed, on every call. */
  public void demand(InetAddress caller) {
    if (!entries.isEmpty() && entries.stream().noneMatch(entry -> entry.holds(caller))) {
      throw new ApiException(
          NOT_LISTED,
          caller.getHostAddress()
              + " is not in the IP whitelist that this sandbox was started with; it concerns every"
              + " call, not token calls alone");
    }
  }
}
