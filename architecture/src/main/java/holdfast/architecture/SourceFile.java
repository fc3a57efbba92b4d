package holdfast.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A file of Java as the compiler parses it; nothing in it is resolved. */
record SourceFile(Path file, CompilationUnitTree tree, List<Method> methods) {

    /**
     * A method or constructor with a body.
     *
     * @param type the name of its class as the virtual machine has it, without the package: {@code Outer$Inner}
     * @param name {@code <init>} for a constructor
     * @param line its first, counted without annotations
     */
    record Method(
            String type, String name, int parameters, int line, int lines, Set<String> annotations, boolean isPrivate) {

        boolean isConstructor() {
            return name.equals("<init>");
        }
    }

    static List<SourceFile> under(List<Path> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(f -> f.toString().endsWith(".java"))
                        .filter(f -> !f.endsWith("module-info.java"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        JavacTask task = (JavacTask)
                compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<SourceFile> sources = new ArrayList<>();
        for (CompilationUnitTree tree : task.parse()) {
            List<Method> methods = new ArrayList<>();
            new MethodScanner(tree, positions, methods).scan(tree, null);
            sources.add(new SourceFile(Path.of(tree.getSourceFile().toUri()), tree, List.copyOf(methods)));
        }
        return sources;
    }

    String packageName() {
        return Objects.requireNonNull(tree.getPackageName()).toString();
    }

    String path(Path root) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static final class MethodScanner extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> found;
        private String type = "";
        private int anonymous;

        MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<Method> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            String outer = type;
            // The numbers of anonymous classes are the compiler's; what they hold overrides something.
            String name = tree.getSimpleName().isEmpty()
                    ? "?" + ++anonymous
                    : tree.getSimpleName().toString();
            type = outer.isEmpty() ? name : outer + "$" + name;
            super.visitClass(tree, nothing);
            type = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            if (tree.getBody() != null) {
                found.add(new Method(
                        type,
                        tree.getName().toString(),
                        tree.getParameters().size(),
                        line(start(tree)),
                        line(positions.getEndPosition(unit, tree) - 1) - line(start(tree)) + 1,
                        annotations(tree),
                        tree.getModifiers().getFlags().contains(Modifier.PRIVATE)));
            }
            return super.visitMethod(tree, nothing);
        }

        private static Set<String> annotations(MethodTree tree) {
            return tree.getModifiers().getAnnotations().stream()
                    .map(a -> a.getAnnotationType().toString())
                    .collect(Collectors.toSet());
        }

        /** Where its annotations end. */
        private long start(MethodTree tree) {
            long start = positions.getStartPosition(unit, tree);
            for (Tree annotation : tree.getModifiers().getAnnotations()) {
                start = Math.max(start, positions.getEndPosition(unit, annotation) + 1);
            }
            return start;
        }

        private int line(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }
    }
}
