package io.github.wxcard.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A field that gets the test's own sandbox, a {@link RawSandbox}, or what sees the same sandbox
 * from another side: {@link Phone}, {@link Members}, {@link Wire}, {@link DatabaseRows}. It is on a
 * file if a test class asks for its rows, else in memory; it ends with the test.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RawSandboxExtension.class)
@interface Injected {}
