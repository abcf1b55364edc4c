package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/**
 * One legal value of a field.
 *
 * @param title what it stands for: the hex value of a colour, the present name of an old number
 * @param deprecated legal, but a thing of the past
 * @param errcode with which it is refused although it is known
 */
public record Choice(JsonNode value, String title, boolean deprecated, OptionalInt errcode) {}
