package io.github.wxcard.cli.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On an option or argument: the member of the request body that it fills when it is given. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface BodyField {
  /** WeChat's name; a slash leads into an object, as in {@code filter/tag_id}. */
  String value();

  /** The most that WeChat takes of a text, in bytes of UTF-8; 0 when there is no limit. */
  int bytes() default 0;

  /** The least that a number may be. */
  long least() default Long.MIN_VALUE;
}
