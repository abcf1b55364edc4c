package io.github.wxcard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measured values of one thing, taken in turn with another's. */
final class Measurements {
  private final List<Double> values = new ArrayList<>();

  /** One value, so many times. */
  static Measurements same(double value, int count) {
    Measurements measured = new Measurements();
    for (int i = 0; i < count; i++) {
      measured.add(value);
    }
    return measured;
  }

  void add(double value) {
    values.add(value);
  }

  int count() {
    return values.size();
  }

  double median() {
    return at(0.5);
  }

  /** The value that so large a part of the others does not exceed. */
  double at(double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round((sorted.size() - 1) * part));
  }

  /** How many times the other's value this one's is, pair by pair. */
  Measurements over(Measurements other) {
    Measurements ratios = new Measurements();
    for (int i = 0; i < values.size(); i++) {
      ratios.add(values.get(i) / other.values.get(i));
    }
    return ratios;
  }

  /** The median with the least and the greatest value. */
  String text(String format) {
    return String.format(
        Locale.ROOT, format + " (" + format + "–" + format + ")", median(), at(0), at(1));
  }
}
