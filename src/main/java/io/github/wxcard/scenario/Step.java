package io.github.wxcard.scenario;

/**
 * One step of a scenario.
 *
 * @param name what results are kept under
 * @param run the command line, with references to earlier results
 */
public record Step(String name, String run) {}
