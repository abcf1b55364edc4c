package io.github.wxcard.error;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The texts that a source file hands to failures as their meaning or their fix, read from its
 * syntax tree: what varies in them is a gap. Followed are constants, variables, the parameters of a
 * method to its calls, and calls to its returns, as far as they are in the same file.
 */
final class SourceTexts {
  static final String GAP = "\u0001";

  /** What takes such a text, with the argument that is it. */
  private static final Map<String, List<Integer>> TAKERS =
      Map.ofEntries(
          Map.entry("Failure.of", List.of(2)),
          Map.entry("fix", List.of(0)),
          Map.entry("meaning", List.of(0)),
          Map.entry("Check.warning", List.of(2)),
          Map.entry("MessageCipher.unreadable", List.of(1)),
          Map.entry("new RedisTrouble", List.of(1)),
          Map.entry("new ProxyRefusal", List.of(1)),
          Map.entry("Mistake.of", List.of(1, 2)),
          Map.entry("Mistake.joined", List.of(2, 3)),
          Map.entry("Mistake.leftOut", List.of(1)),
          Map.entry("Mistake.otherSecret", List.of(1, 2)),
          Map.entry("new Mistake", List.of(1, 2)),
          Map.entry("new PageFault", List.of(1)),
          Map.entry("new Diagnosis", List.of(1, 2)),
          Map.entry("new UntrustedFileException", List.of(1)),
          Map.entry("new Wording", List.of(2)));

  private final CompilationUnitTree file;
  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<Tree> followed = new LinkedHashSet<>();

  private SourceTexts(CompilationUnitTree file) {
    this.file = file;
  }

  static Set<String> of(CompilationUnitTree file) {
    SourceTexts found = new SourceTexts(file);
    new Takers(found).scan(file, null);
    found.texts.removeIf(text -> text.replace(GAP, "").matches("[\\s.,:;?%sd]*"));
    return found.texts;
  }

  /** Finds the calls that take a text. */
  private static final class Takers extends TreeScanner<Void, MethodTree> {
    private final SourceTexts found;

    Takers(SourceTexts found) {
      this.found = found;
    }

    @Override
    public Void visitMethod(MethodTree method, MethodTree outer) {
      return super.visitMethod(method, method);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, MethodTree within) {
      String name = name(call);
      String qualified =
          call.getMethodSelect() instanceof MemberSelectTree select
                  && select.getExpression() instanceof IdentifierTree type
              ? type.getName() + "." + name
              : name;
      taken(TAKERS.getOrDefault(qualified, TAKERS.get(name)), call.getArguments(), within);
      return super.visitMethodInvocation(call, within);
    }

    @Override
    public Void visitNewClass(NewClassTree made, MethodTree within) {
      taken(TAKERS.get("new " + made.getIdentifier()), made.getArguments(), within);
      return super.visitNewClass(made, within);
    }

    private void taken(
        List<Integer> places, List<? extends ExpressionTree> arguments, MethodTree within) {
      if (places != null) {
        places.stream()
            .filter(place -> place < arguments.size())
            .forEach(place -> found.texts.addAll(found.texts(arguments.get(place), within)));
      }
    }
  }

  /** What an expression may be; a gap where that is not known. */
  private List<String> texts(ExpressionTree value, MethodTree within) {
    if (value instanceof ParenthesizedTree inner) {
      return texts(inner.getExpression(), within);
    }
    if (value instanceof LiteralTree literal) {
      return literal.getValue() == null ? List.of() : List.of(literal.getValue().toString());
    }
    if (value instanceof ConditionalExpressionTree either) {
      List<String> both = new ArrayList<>(texts(either.getTrueExpression(), within));
      both.addAll(texts(either.getFalseExpression(), within));
      return both;
    }
    if (value instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      List<String> joined = new ArrayList<>();
      for (String left : texts(sum.getLeftOperand(), within)) {
        texts(sum.getRightOperand(), within).forEach(right -> joined.add(left + right));
      }
      return joined;
    }
    if (value instanceof LambdaExpressionTree lambda
        && lambda.getBody() instanceof ExpressionTree body) {
      return texts(body, within);
    }
    if (value instanceof MethodInvocationTree call) {
      return ofCall(call, within);
    }
    return value instanceof IdentifierTree name ? ofName(name, within) : List.of(GAP);
  }

  private List<String> ofCall(MethodInvocationTree call, MethodTree within) {
    if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return once(call, () -> returned(name(call)));
    }
    ExpressionTree receiver = select.getExpression();
    return switch (name(call)) {
      case "strip" -> texts(receiver, within);
      case "formatted" ->
          texts(receiver, within).stream().map(text -> text.replaceAll("%[sd]", GAP)).toList();
      case "map" ->
          call.getArguments().get(0) instanceof LambdaExpressionTree lambda
              ? texts(lambda, within)
              : List.of(GAP);
      case "orElse", "orElseGet" -> {
        List<String> either = new ArrayList<>(texts(receiver, within));
        either.addAll(texts(call.getArguments().get(0), within));
        yield either;
      }
      default -> List.of(GAP);
    };
  }

  private List<String> ofName(IdentifierTree name, MethodTree within) {
    for (int place = 0; within != null && place < within.getParameters().size(); place++) {
      if (within.getParameters().get(place).getName().equals(name.getName())) {
        int argument = place;
        return once(within.getParameters().get(place), () -> passed(within, argument));
      }
    }
    List<String> assigned = new ArrayList<>();
    new TreeScanner<Void, MethodTree>() {
      @Override
      public Void visitMethod(MethodTree method, MethodTree outer) {
        return method == within || outer != null ? super.visitMethod(method, method) : null;
      }

      @Override
      public Void visitClass(ClassTree type, MethodTree outer) {
        type.getMembers().forEach(member -> scan(member, member == within ? within : outer));
        return null;
      }

      @Override
      public Void visitVariable(VariableTree variable, MethodTree outer) {
        if (variable.getName().equals(name.getName()) && variable.getInitializer() != null) {
          assigned.addAll(once(variable, () -> texts(variable.getInitializer(), within)));
        }
        return super.visitVariable(variable, outer);
      }
    }.scan(file, null);
    return assigned.isEmpty() ? List.of(GAP) : assigned;
  }

  /** What the calls of a method in this file give as one of its arguments. */
  private List<String> passed(MethodTree method, int place) {
    List<String> given = new ArrayList<>();
    new TreeScanner<Void, MethodTree>() {
      @Override
      public Void visitMethod(MethodTree outer, MethodTree unused) {
        return super.visitMethod(outer, outer);
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, MethodTree outer) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (name(call).contentEquals(method.getName())
            && arguments.size() == method.getParameters().size()) {
          given.addAll(texts(arguments.get(place), outer));
        }
        return super.visitMethodInvocation(call, outer);
      }
    }.scan(file, null);
    return given.isEmpty() ? List.of(GAP) : given;
  }

  private List<String> returned(String name) {
    List<String> results = new ArrayList<>();
    new TreeScanner<Void, MethodTree>() {
      @Override
      public Void visitMethod(MethodTree method, MethodTree outer) {
        return method.getName().contentEquals(name) ? super.visitMethod(method, method) : null;
      }

      @Override
      public Void visitReturn(ReturnTree result, MethodTree method) {
        if (result.getExpression() != null && method != null) {
          results.addAll(texts(result.getExpression(), method));
        }
        return super.visitReturn(result, method);
      }
    }.scan(file, null);
    return results.isEmpty() ? List.of(GAP) : results;
  }

  /** Not again while it is being followed already, as in a method that calls itself. */
  private List<String> once(Tree tree, Supplier<List<String>> look) {
    if (!followed.add(tree)) {
      return List.of(GAP);
    }
    try {
      return look.get();
    } finally {
      followed.remove(tree);
    }
  }

  private static String name(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? select.getIdentifier().toString()
        : call.getMethodSelect().toString();
  }
}
