package holdfast.architecture;

import holdfast.architecture.SourceFile.Method;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What leads to which method, and what has been reached. */
final class Calls {
    /** Of these, an annotation says nothing about who calls. */
    private static final Set<String> SAY_NOTHING =
            Set.of("Override", "Nullable", "SuppressWarnings", "SafeVarargs", "Deprecated", "FunctionalInterface");

    private final Map<String, ClassModel> classes = new HashMap<>();
    private final Map<String, Set<String>> below = new HashMap<>();
    private final Map<String, List<Method>> written = new HashMap<>();
    private final Set<Called> reached = new HashSet<>();
    private final Deque<Called> open = new ArrayDeque<>();

    private record Called(String type, String name, String descriptor) {}

    Calls(List<SourceFile> sources, ClassFiles files) {
        for (SourceFile source : sources) {
            String folder = source.packageName().replace('.', '/') + "/";
            source.methods()
                    .forEach(m -> written.computeIfAbsent(folder + m.type(), _ -> new ArrayList<>())
                            .add(m));
        }
        learn(files);
    }

    private void learn(ClassFiles files) {
        List<String> names = files.classes().stream()
                .map(c -> c.thisClass().asInternalName())
                .toList();
        files.classes().forEach(c -> classes.put(c.thisClass().asInternalName(), c));
        names.forEach(c -> above(c).forEach(
                        a -> below.computeIfAbsent(a, _ -> new HashSet<>()).add(c)));
    }

    void fromMain() {
        beginnings();
        follow();
    }

    /** Whatever these classes do. */
    void fromBeside(ClassFiles beside) {
        learn(beside);
        beside.classes()
                .forEach(c ->
                        c.methods().forEach(m -> reach(called(c.thisClass().asInternalName(), m))));
        follow();
    }

    /** Each with its place. */
    SortedSet<String> notReached(List<SourceFile> sources, Path root) {
        SortedSet<String> found = new TreeSet<>();
        for (SourceFile source : sources) {
            String folder = source.packageName().replace('.', '/') + "/";
            for (Method method : source.methods()) {
                if (!isReached(folder + method.type(), method)) {
                    found.add(source.path(root) + ":" + method.line() + " " + method.type() + "." + method.name());
                }
            }
        }
        return found;
    }

    private void beginnings() {
        classes.forEach((name, type) -> {
            for (MethodModel method : type.methods()) {
                String called = method.methodName().stringValue();
                if (called.equals("main") || called.equals("<clinit>") || isCalledByLibrary(name, method)) {
                    reach(called(name, method));
                }
            }
        });
    }

    private boolean isCalledByLibrary(String type, MethodModel method) {
        String name = method.methodName().stringValue();
        Optional<Method> source = written.getOrDefault(type, List.of()).stream()
                .filter(m -> m.name().equals(name) && m.parameters() == parameters(method))
                .findFirst();
        return source.filter(m -> m.annotations().stream().anyMatch(a -> !SAY_NOTHING.contains(a)))
                        .isPresent()
                || (!method.flags().has(AccessFlag.STATIC)
                        && !name.equals("<init>")
                        && above(type).stream().anyMatch(a -> !classes.containsKey(a) && has(a, method, source)));
    }

    /** Whether a type of the JDK declares it; of other libraries, whether it overrides anything. */
    private static boolean has(String libraryType, MethodModel method, Optional<Method> source) {
        if (libraryType.startsWith("java/") || libraryType.startsWith("javax/") || libraryType.startsWith("org/xml/")) {
            try {
                Class<?> type = Class.forName(libraryType.replace('/', '.'), false, null);
                return Arrays.stream(type.getMethods())
                                .anyMatch(m ->
                                        m.getName().equals(method.methodName().stringValue())
                                                && m.getParameterCount() == parameters(method))
                        || Arrays.stream(type.getDeclaredMethods())
                                .anyMatch(m ->
                                        m.getName().equals(method.methodName().stringValue())
                                                && m.getParameterCount() == parameters(method));
            } catch (ClassNotFoundException e) {
                return true;
            }
        }
        return source.isEmpty() || source.get().annotations().contains("Override");
    }

    private void follow() {
        while (!open.isEmpty()) {
            Called method = open.remove();
            ClassModel type = classes.get(method.type());
            if (type == null) {
                continue;
            }
            type.methods().stream()
                    .filter(m -> called(method.type(), m).equals(method))
                    .flatMap(m -> m.code().stream())
                    .forEach(code -> code.elementList().forEach(this::follow));
        }
    }

    private void follow(CodeElement element) {
        if (element instanceof InvokeInstruction call) {
            call(
                    call.owner().asInternalName(),
                    call.name().stringValue(),
                    call.type().stringValue());
        }
        if (element instanceof InvokeDynamicInstruction made) {
            for (ConstantDesc argument : made.bootstrapArgs()) {
                if (argument instanceof DirectMethodHandleDesc handle) {
                    String owner = handle.owner().descriptorString();
                    call(owner.substring(1, owner.length() - 1), handle.methodName(), handle.lookupDescriptor());
                }
            }
        }
    }

    /** It may mean the method of the type, one that it inherits, or one that overrides it. */
    private void call(String owner, String name, String descriptor) {
        reach(new Called(owner, name, descriptor));
        if (!name.equals("<init>")) {
            above(owner).forEach(a -> reach(new Called(a, name, descriptor)));
            below.getOrDefault(owner, Set.of()).forEach(b -> {
                reach(new Called(b, name, descriptor));
                above(b).forEach(a -> reach(new Called(a, name, descriptor)));
            });
        }
    }

    private void reach(Called method) {
        if (classes.containsKey(method.type()) && reached.add(method)) {
            open.add(method);
        }
    }

    /** A constructor of an inner class has more parameters than were written; an enum calls its own. */
    private boolean isReached(String type, Method method) {
        ClassModel compiled = classes.get(type);
        if (compiled == null || (method.isConstructor() && isForNobody(compiled, method))) {
            return true;
        }
        return compiled.methods().stream()
                .filter(m -> m.methodName().stringValue().equals(method.name()))
                .filter(m -> method.isConstructor() || parameters(m) == method.parameters())
                .anyMatch(m -> reached.contains(called(type, m)));
    }

    private static boolean isForNobody(ClassModel type, Method constructor) {
        return type.flags().has(AccessFlag.ENUM) || (constructor.isPrivate() && constructor.parameters() == 0);
    }

    private static Called called(String type, MethodModel method) {
        return new Called(
                type, method.methodName().stringValue(), method.methodType().stringValue());
    }

    private static int parameters(MethodModel method) {
        return method.methodTypeSymbol().parameterCount();
    }

    /** All types that it extends or implements. */
    private Set<String> above(String type) {
        Set<String> found = new HashSet<>();
        above(type, found);
        return found;
    }

    private void above(String type, Set<String> found) {
        ClassModel model = classes.get(type);
        if (model != null) {
            List<String> next = new ArrayList<>();
            model.superclass().map(ClassEntry::asInternalName).ifPresent(next::add);
            model.interfaces().forEach(i -> next.add(i.asInternalName()));
            next.stream().filter(found::add).forEach(n -> above(n, found));
        }
    }
}
