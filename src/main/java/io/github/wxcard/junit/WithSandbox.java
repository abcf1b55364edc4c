package io.github.wxcard.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a sandbox in memory, on a free loopback port, for the tests of a class or for one test;
 * parameters of type {@link SandboxHandle} get it. That of a method outranks that of its class.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(SandboxExtension.class)
public @interface WithSandbox {
  /** Whether reviews pass at once, as {@code serve --auto-approve} has it. */
  boolean autoApprove() default false;

  /** Whether doubtful rules count as well, as {@code serve --strict} has it. */
  boolean strict() default false;

  /** A state to begin with, as {@code wxcard sandbox export} writes it: a resource, else a file. */
  String seed() default "";

  /** How many tests share a sandbox. */
  Lifecycle lifecycle() default Lifecycle.PER_METHOD;

  /** For how long a sandbox lives. */
  enum Lifecycle {
    /** Each test has a new one. */
    PER_METHOD,
    /** All tests of a class share one, and what they leave in it. */
    PER_CLASS
  }
}
