package nl.mtvp.kernel.testing;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.ToolProvider;

/**
 * The codes of problem types that sources write: each text that is given where a method or constructor takes a {@code code}
 * for a refusal. Those of the kernel are known everywhere, others in the file that has them.
 */
public final class ProblemCodes {

    /** By name and number of parameters: at which of them the code stands. */
    private static final Map<String, Integer> KERNEL =
            Map.of("NotFound/2", 0, "answer/4", 2, "HeaderFault/3", 1, "refused/2", 0);

    private final SortedMap<String, Set<String>> found = new TreeMap<>();

    private ProblemCodes() {}

    /** @return the files by the code that they write */
    public static SortedMap<String, Set<String>> in(Path... roots) throws IOException {
        var codes = new ProblemCodes();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            for (var root : roots) {
                try (var files = Files.walk(root)) {
                    var sources = files.filter(file -> file.toString().endsWith(".java"))
                            .filter(ProblemCodes::mayRefuse)
                            .toList();
                    var task = (JavacTask) compiler.getTask(
                            null,
                            manager,
                            null,
                            List.of("-proc:none"),
                            null,
                            manager.getJavaFileObjectsFromPaths(sources));
                    for (var unit : task.parse()) {
                        codes.read(
                                Path.of(unit.getSourceFile().toUri())
                                        .getFileName()
                                        .toString(),
                                unit);
                    }
                }
            }
        }
        return codes.found;
    }

    private static boolean mayRefuse(Path file) {
        try {
            var text = Files.readString(file);
            return text.contains("extends DomainFailure")
                    || text.contains("new NotFound(")
                    || text.contains("RawProblem")
                    || text.contains("HeaderFault")
                    || text.contains("Turn.refused(");
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private void read(String file, Tree unit) {
        var places = new HashMap<>(KERNEL);
        new TreeScanner<Void, String>() {
            @Override
            public Void visitClass(com.sun.source.tree.ClassTree type, String outer) {
                return super.visitClass(type, type.getSimpleName().toString());
            }

            @Override
            public Void visitMethod(MethodTree method, String type) {
                for (int at = 0; at < method.getParameters().size(); at++) {
                    VariableTree parameter = method.getParameters().get(at);
                    if (parameter.getName().contentEquals("code")
                            && parameter.getType().toString().equals("String")) {
                        boolean constructor = method.getReturnType() == null;
                        places.merge(
                                (constructor ? type : method.getName()) + "/"
                                        + method.getParameters().size(),
                                at,
                                Math::min);
                        if (constructor) {
                            places.merge("this/" + method.getParameters().size(), at, Math::min);
                        }
                    }
                }
                return super.visitMethod(method, type);
            }
        }.scan(unit, "");
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                take(called(call.getMethodSelect()), call.getArguments());
                return super.visitMethodInvocation(call, none);
            }

            @Override
            public Void visitNewClass(NewClassTree made, Void none) {
                take(called(made.getIdentifier()), made.getArguments());
                return super.visitNewClass(made, none);
            }

            private void take(String name, List<? extends ExpressionTree> arguments) {
                boolean kindFirst = arguments.size() > 1 && isKind(arguments.get(0));
                var known = places.get(name + "/" + arguments.size());
                var at = kindFirst && (known != null || name.equals("super")) ? Integer.valueOf(1) : known;
                if (at != null) {
                    literal(arguments.get(at));
                }
            }

            private void literal(ExpressionTree given) {
                if (given instanceof LiteralTree literal && literal.getValue() instanceof String code) {
                    found.computeIfAbsent(code, first -> new TreeSet<>()).add(file);
                } else if (given instanceof BinaryTree sum) {
                    literal(leftmost(sum));
                } else if (given instanceof ConditionalExpressionTree either) {
                    literal(either.getTrueExpression());
                    literal(either.getFalseExpression());
                } else if (given instanceof ParenthesizedTree inner) {
                    literal(inner.getExpression());
                }
            }
        }.scan(unit, null);
    }

    /** Where a code is put together, it begins with what its catalogue's entry is called. */
    private static ExpressionTree leftmost(ExpressionTree sum) {
        return sum instanceof BinaryTree binary ? leftmost(binary.getLeftOperand()) : sum;
    }

    private static boolean isKind(ExpressionTree argument) {
        return argument.toString().startsWith("Kind.") || argument.toString().equals("kind");
    }

    private static String called(ExpressionTree name) {
        return name instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : name instanceof IdentifierTree identifier
                        ? identifier.getName().toString()
                        : name.toString();
    }
}
