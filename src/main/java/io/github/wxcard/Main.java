package io.github.wxcard;

public final class Main {
  public static void main(String[] args) {
    System.out.println(new picocli.CommandLine(new Object()).getCommandName());
  }
}
