package holdfast.architecture;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the compiler made, and which file of Java uses which: nested classes belong to their file. Names are like
 * {@code holdfast.engine.Monitor}.
 */
final class ClassFiles {
    private static final Pattern NAMED = Pattern.compile("(?:^|[L\\[])(holdfast/[\\w/$]+)(?=$|[;<])");

    private final List<ClassModel> classes;
    private final SortedMap<String, SortedSet<String>> uses = new TreeMap<>();

    private ClassFiles(List<ClassModel> classes) {
        this.classes = classes;
        classes.forEach(this::read);
        // What is named and is not here: a module of others.
        uses.values().forEach(used -> used.retainAll(uses.keySet()));
    }

    static ClassFiles under(List<Path> folders) throws IOException {
        List<ClassModel> classes = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new IOException("there is no " + folder + ": ./mvnw test-compile makes it");
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(f -> f.toString().endsWith(".class"))
                        .filter(f -> !f.endsWith("module-info.class"))
                        .sorted()
                        .toList()) {
                    classes.add(ClassFile.of().parse(file));
                }
            }
        }
        return new ClassFiles(List.copyOf(classes));
    }

    List<ClassModel> classes() {
        return classes;
    }

    private void read(ClassModel model) {
        String file = file(model.thisClass().asInternalName());
        if (file.endsWith("package-info")) {
            return;
        }
        SortedSet<String> used = uses.computeIfAbsent(file, _ -> new TreeSet<>());
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry type -> names(type.asInternalName(), used);
                case Utf8Entry text when text.stringValue().contains(";") -> names(text.stringValue(), used);
                default -> {}
            }
        }
        used.remove(file);
    }

    private static void names(String text, Set<String> found) {
        Matcher matcher = NAMED.matcher(text);
        while (matcher.find()) {
            found.add(file(matcher.group(1)));
        }
    }

    private static String file(String internalName) {
        int nested = internalName.indexOf('$');
        return (nested < 0 ? internalName : internalName.substring(0, nested)).replace('/', '.');
    }

    private static String packageOf(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    int arrows() {
        return uses.values().stream().mapToInt(Set::size).sum();
    }

    int arrowsWithin(String name) {
        return uses.entrySet().stream()
                .filter(e -> packageOf(e.getKey()).equals(name))
                .mapToInt(e -> (int) e.getValue().stream()
                        .filter(u -> packageOf(u).equals(name))
                        .count())
                .sum();
    }

    /** Packages each of which uses the others, perhaps by way of further ones. */
    List<SortedSet<String>> cyclesOfPackages() {
        Map<String, Set<String>> reached = packageArrows();
        for (String through : reached.keySet()) {
            for (Set<String> from : reached.values()) {
                if (from.contains(through)) {
                    from.addAll(reached.get(through));
                }
            }
        }
        Set<SortedSet<String>> cycles = reached.entrySet().stream()
                .filter(e -> e.getValue().contains(e.getKey()))
                .map(e -> e.getValue().stream()
                        .filter(other -> reached.getOrDefault(other, Set.of()).contains(e.getKey()))
                        .collect(Collectors.toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
        return cycles.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private SortedMap<String, Set<String>> packageArrows() {
        SortedMap<String, Set<String>> arrows = new TreeMap<>();
        uses.forEach((file, used) -> {
            Set<String> to = arrows.computeIfAbsent(packageOf(file), _ -> new TreeSet<>());
            used.stream()
                    .map(ClassFiles::packageOf)
                    .filter(p -> !p.equals(packageOf(file)))
                    .forEach(to::add);
        });
        return arrows;
    }

    /** From package to package, each with the files of which it is made where they are few. */
    List<String> arrowsAmong(Set<String> packages) {
        List<String> lines = new ArrayList<>();
        for (String from : packages) {
            for (String to : packages) {
                List<String> arrows = arrows(from, to);
                if (!from.equals(to) && !arrows.isEmpty()) {
                    lines.add(from + " -> " + to + ": " + arrows.size()
                            + (arrows.size() > 5 ? "" : " (" + String.join(", ", arrows) + ")"));
                }
            }
        }
        return lines;
    }

    private List<String> arrows(String from, String to) {
        return uses.entrySet().stream()
                .filter(e -> packageOf(e.getKey()).equals(from))
                .flatMap(e -> e.getValue().stream()
                        .filter(u -> packageOf(u).equals(to))
                        .map(u -> e.getKey().substring(from.length() + 1) + " -> " + u.substring(to.length() + 1)))
                .toList();
    }
}
