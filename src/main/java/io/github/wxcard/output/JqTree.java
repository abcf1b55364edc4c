package io.github.wxcard.output;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads the trees of the jq library, which shows them to nobody: hence the reflection. */
final class JqTree {
  private static final String LIBRARY = "net.thisptr.jackson.jq.";
  private static final String TREES = LIBRARY + "internal.";

  /** They are looked for many times, and by reflection that is dear. */
  private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

  private JqTree() {}

  /** A function's name with the number of its arguments, as the library has them. */
  static String signature(String name, int arguments) {
    return name + "/" + arguments;
  }

  /** The functions that are called anywhere in a tree, formats such as {@code @csv} among them. */
  static Set<String> calls(Object tree) {
    Set<String> calls = new HashSet<>();
    collectCalls(tree, calls);
    return calls;
  }

  private static void collectCalls(Object node, Set<String> calls) {
    if (is(node, "FunctionCall") || is(node, "FormattingFilter")) {
      calls.add(call(node));
    }
    children(node).forEach(child -> collectCalls(child, calls));
  }

  /** What a call of a function or a format calls. */
  static String call(Object node) {
    return is(node, "FormattingFilter")
        ? signature("@" + member(node, "name"), 0)
        : signature((String) member(node, "name"), ((List<?>) member(node, "args")).size());
  }

  static boolean is(Object node, String type) {
    return node != null && node.getClass().getSimpleName().equals(type);
  }

  static Stream<?> children(Object node) {
    if (node instanceof List<?> list) {
      return list.stream();
    }
    return node != null && node.getClass().getName().startsWith(TREES)
        ? fields(node).map(field -> value(field, node)).filter(Objects::nonNull)
        : Stream.empty();
  }

  static Object member(Object node, String name) {
    return fields(node)
        .filter(field -> field.getName().equals(name))
        .findFirst()
        .map(field -> value(field, node))
        .orElse(null);
  }

  private static Stream<Field> fields(Object node) {
    return FIELDS.computeIfAbsent(node.getClass(), JqTree::fieldsOf).stream();
  }

  private static List<Field> fieldsOf(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> each = type; isOfLibrary(each); each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static boolean isOfLibrary(Class<?> type) {
    return type.getName().startsWith(LIBRARY);
  }

  private static Object value(Field field, Object node) {
    try {
      return field.get(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
