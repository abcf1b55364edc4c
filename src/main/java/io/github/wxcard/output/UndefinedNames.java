package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;

/**
 * The functions and variables that a jq expression uses and nobody defines. The library looks for
 * them when it comes to them, which is after the call was made, and shows its trees to nobody:
 * hence the reflection.
 */
final class UndefinedNames {
  private static final String TREES = "net.thisptr.jackson.jq.internal.";

  private final Scope builtIn;
  private final Set<String> functions = new HashSet<>();

  UndefinedNames(Scope builtIn) {
    this.builtIn = builtIn;
  }

  /** What is wrong with the first such name; empty when there is none. */
  Optional<String> in(JsonQuery query) {
    Object tree = member(query, "expr");
    collectFunctions(tree);
    return Optional.ofNullable(undefined(tree, Set.of()));
  }

  /** Where a function is defined matters little to the library, and so it does here. */
  private void collectFunctions(Object node) {
    if (is(node, "FunctionDefinition")) {
      List<?> parameters = (List<?>) member(node, "args");
      functions.add(member(node, "fname") + "/" + parameters.size());
      parameters.forEach(name -> functions.add(withoutDollar(name) + "/0"));
    }
    children(node).forEach(this::collectFunctions);
  }

  /**
   * @param variables those that have a value where the node stands
   * @return what is wrong, or null
   */
  private String undefined(Object node, Set<String> variables) {
    String wrong = wrongItself(node, variables);
    if (wrong != null) {
      return wrong;
    }
    Set<String> known = new HashSet<>(variables);
    if (is(node, "FunctionDefinition")) {
      ((List<?>) member(node, "args")).forEach(name -> known.add(withoutDollar(name)));
    }
    if (is(node, "ReduceExpression") || is(node, "ForeachExpression")) {
      collectVariables(member(node, "matcher"), known);
    }
    for (Object child : children(node).toList()) {
      String inside = undefined(child, known);
      if (inside != null) {
        return inside;
      }
      // What a pipe's component names, the following ones know.
      if (is(child, "AssignPipeComponent")) {
        collectVariables(member(child, "matcher"), known);
      } else if (is(child, "LabelPipeComponent")) {
        known.add(label(child));
      }
    }
    return null;
  }

  private String wrongItself(Object node, Set<String> variables) {
    if (is(node, "ImportStatement") || member(node, "moduleName") != null) {
      return "there are no modules to import";
    }
    if (is(node, "FunctionCall")) {
      int arguments = ((List<?>) member(node, "args")).size();
      String name = (String) member(node, "name");
      boolean known =
          functions.contains(name + "/" + arguments)
              || builtIn.getFunction(name, arguments) != null;
      return known ? null : "there is no function " + name + "/" + arguments;
    }
    if (is(node, "FormattingFilter")) {
      String name = "@" + member(node, "name");
      return builtIn.getFunction(name, 0) != null ? null : "there is no format " + name;
    }
    if (is(node, "VariableAccess") || is(node, "VariableKeyFieldConstruction")) {
      String name = (String) member(node, "name");
      return variables.contains(name) ? null : "$" + name + " has no value there";
    }
    if (is(node, "BreakExpression")) {
      return variables.contains(label(node)) ? null : "there is no such label to break from";
    }
    return null;
  }

  private static void collectVariables(Object pattern, Set<String> names) {
    if (is(pattern, "ValueMatcher")) {
      names.add((String) member(pattern, "name"));
    } else if (is(pattern, "FieldMatcher") && Boolean.TRUE.equals(member(pattern, "dollar"))) {
      names.add(((JsonNode) member(member(pattern, "name"), "value")).asText());
    }
    children(pattern).forEach(inside -> collectVariables(inside, names));
  }

  private static String label(Object node) {
    return "label " + member(node, "name");
  }

  private static String withoutDollar(Object name) {
    return name.toString().replace("$", "");
  }

  private static boolean is(Object node, String type) {
    return node != null && node.getClass().getSimpleName().equals(type);
  }

  private static Stream<?> children(Object node) {
    if (node instanceof List<?> list) {
      return list.stream();
    }
    return node != null && node.getClass().getName().startsWith(TREES)
        ? fields(node).map(field -> value(field, node)).filter(Objects::nonNull)
        : Stream.empty();
  }

  private static Object member(Object node, String name) {
    return fields(node)
        .filter(field -> field.getName().equals(name))
        .findFirst()
        .map(field -> value(field, node))
        .orElse(null);
  }

  private static Stream<Field> fields(Object node) {
    return Stream.<Class<?>>iterate(node.getClass(), Objects::nonNull, Class::getSuperclass)
        .flatMap(type -> Stream.of(type.getDeclaredFields()))
        .filter(field -> !Modifier.isStatic(field.getModifiers()));
  }

  private static Object value(Field field, Object node) {
    try {
      field.setAccessible(true);
      return field.get(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
