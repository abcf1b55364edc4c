package io.github.wxcard.card;

import java.util.Map;

/** Where in the text the value behind each JSON pointer begins. */
public final class Positions {
  private static final Place START = new Place(1, 1);

  private final Map<String, Place> places;

  Positions(Map<String, Place> places) {
    this.places = Map.copyOf(places);
  }

  /** For a tree that no text stands behind: everything is at the start. */
  public static Positions none() {
    return new Positions(Map.of());
  }

  /** The value's place, or for an absent value that of the nearest one around it. */
  public Place at(String pointer) {
    for (String around = pointer; ; around = around.substring(0, around.lastIndexOf('/'))) {
      Place place = places.get(around);
      if (place != null) {
        return place;
      }
      if (around.lastIndexOf('/') < 0) {
        return START;
      }
    }
  }
}
