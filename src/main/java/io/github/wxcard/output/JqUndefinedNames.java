package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.thisptr.jackson.jq.JsonQuery;

/**
 * The functions and variables that a jq expression uses and nobody defines. The library looks for
 * them when it comes to them, which is after the call was made.
 */
final class JqUndefinedNames {
  private final JqFunctions builtIn;
  private final Set<String> functions = new HashSet<>();

  JqUndefinedNames(JqFunctions builtIn) {
    this.builtIn = builtIn;
  }

  /** What is wrong with the first such name; empty when there is none. */
  Optional<String> in(JsonQuery query) {
    Object tree = JqTree.member(query, "expr");
    collectFunctions(tree);
    return Optional.ofNullable(undefined(tree, Set.of()));
  }

  /** Where a function is defined matters little to the library, and so it does here. */
  private void collectFunctions(Object node) {
    if (JqTree.is(node, "FunctionDefinition")) {
      List<?> parameters = (List<?>) JqTree.member(node, "args");
      functions.add(JqTree.signature((String) JqTree.member(node, "fname"), parameters.size()));
      parameters.forEach(name -> functions.add(JqTree.signature(withoutDollar(name), 0)));
    }
    JqTree.children(node).forEach(this::collectFunctions);
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
    if (JqTree.is(node, "FunctionDefinition")) {
      ((List<?>) JqTree.member(node, "args")).forEach(name -> known.add(withoutDollar(name)));
    }
    if (JqTree.is(node, "ReduceExpression") || JqTree.is(node, "ForeachExpression")) {
      collectVariables(JqTree.member(node, "matcher"), known);
    }
    for (Object child : JqTree.children(node).toList()) {
      String inside = undefined(child, known);
      if (inside != null) {
        return inside;
      }
      // What a pipe's component names, the following ones know.
      if (JqTree.is(child, "AssignPipeComponent")) {
        collectVariables(JqTree.member(child, "matcher"), known);
      } else if (JqTree.is(child, "LabelPipeComponent")) {
        known.add(label(child));
      }
    }
    return null;
  }

  private String wrongItself(Object node, Set<String> variables) {
    if (JqTree.is(node, "ImportStatement") || JqTree.member(node, "moduleName") != null) {
      return "there are no modules to import";
    }
    if (JqTree.is(node, "FunctionCall")) {
      String call = JqTree.call(node);
      boolean known = functions.contains(call) || builtIn.has(call);
      return known ? null : "there is no function " + call;
    }
    if (JqTree.is(node, "FormattingFilter")) {
      return builtIn.has(JqTree.call(node))
          ? null
          : "there is no format @" + JqTree.member(node, "name");
    }
    if (JqTree.is(node, "VariableAccess") || JqTree.is(node, "VariableKeyFieldConstruction")) {
      String name = (String) JqTree.member(node, "name");
      return variables.contains(name) ? null : "$" + name + " has no value there";
    }
    if (JqTree.is(node, "BreakExpression")) {
      return variables.contains(label(node)) ? null : "there is no such label to break from";
    }
    return null;
  }

  private static void collectVariables(Object pattern, Set<String> names) {
    if (JqTree.is(pattern, "ValueMatcher")) {
      names.add((String) JqTree.member(pattern, "name"));
    } else if (JqTree.is(pattern, "FieldMatcher")
        && Boolean.TRUE.equals(JqTree.member(pattern, "dollar"))) {
      names.add(((JsonNode) JqTree.member(JqTree.member(pattern, "name"), "value")).asText());
    }
    JqTree.children(pattern).forEach(inside -> collectVariables(inside, names));
  }

  private static String label(Object node) {
    return "label " + JqTree.member(node, "name");
  }

  private static String withoutDollar(Object name) {
    return name.toString().replace("$", "");
  }
}
