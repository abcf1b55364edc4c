package io.github.wxcard.card;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the schema notes beside types and bounds.
 *
 * @param errcode the code that a bad value is refused with
 * @param hint what to do, or empty
 * @param cardTypes the only card types that the field means something for; empty for all
 * @param answerOnly part of the {@code /card/get} answer, not of a request
 * @param fixed for ever as it was at creation: an update may not even name it
 * @param deprecated a thing of the past
 * @param open unknown members are expected
 * @param url {@code image} and {@code background} for a URL from an upload, {@code page} for a
 *     link, else empty
 * @param tolerated an undocumented form that passes: {@code digits} for a quoted number, {@code
 *     empty-list} in place of an absent object, else empty
 * @param unit {@code seconds} for a time in Unix seconds, else empty
 */
public record Notes(
    OptionalInt errcode,
    String hint,
    List<String> cardTypes,
    boolean answerOnly,
    boolean fixed,
    boolean deprecated,
    boolean open,
    String url,
    String tolerated,
    String unit) {}
