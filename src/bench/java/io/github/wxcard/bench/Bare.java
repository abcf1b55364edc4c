package io.github.wxcard.bench;

/** The least that a program in Java can do. */
public final class Bare {
  private Bare() {}

  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
