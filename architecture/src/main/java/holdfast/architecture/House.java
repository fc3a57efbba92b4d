package holdfast.architecture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Measures how well one can live in this house: what hangs on what, how long methods are, who asks for kinds of duty by
 * name, what a finding touches, what nobody calls. How it is run, and what the figures were: {@code docs/house.md}.
 */
public final class House {
    /** Not of the command. */
    private static final Set<String> BESIDE = Set.of("architecture", "bench", "reference");

    /** Of these, what measures or checks the command by calling it. */
    private static final List<String> CALLERS = List.of("bench", "reference");

    private static final int MANY_FILES = 25;
    private static final int LONG_METHOD = 40;

    private final Path root;
    private final PrintStream out;
    private final List<SourceFile> sources;
    private final ClassFiles classes;
    private final ClassFiles callers;

    private House(Path root, PrintStream out) throws IOException {
        this.root = root;
        this.out = out;
        List<Path> modules = modules(root);
        sources = SourceFile.under(
                modules.stream().map(m -> m.resolve("src/main/java")).toList());
        classes = ClassFiles.under(
                modules.stream().map(m -> m.resolve("target/classes")).toList());
        callers = ClassFiles.under(CALLERS.stream()
                .map(m -> root.resolve(m).resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList());
    }

    private static List<Path> modules(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(f -> Files.isDirectory(f.resolve("src/main/java")))
                    .filter(f -> !BESIDE.contains(f.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** At the root of the project, after {@code ./mvnw test-compile}. */
    public static void main(String[] arguments) throws IOException {
        new House(Path.of("").toAbsolutePath(), System.out).tell();
    }

    private void tell() throws IOException {
        packages();
        cycles();
        longMethods();
        duties();
        finding();
        neverCalled();
    }

    private void packages() {
        title("Packages: files, arrows from one file to another of the package, methods and their lines");
        row("", "files", "arrows", "methods", "median", "p90", "over " + LONG_METHOD);
        SortedMap<String, List<SourceFile>> packages = new TreeMap<>();
        sources.forEach(s -> packages.computeIfAbsent(s.packageName(), _ -> new ArrayList<>())
                .add(s));
        packages.forEach((name, files) -> row(name, files, classes.arrowsWithin(name)));
        row("together", sources, classes.arrows());
        List<String> large = packages.entrySet().stream()
                .filter(e -> e.getValue().size() > MANY_FILES)
                .map(e -> e.getKey() + " " + e.getValue().size())
                .toList();
        line("More than " + MANY_FILES + " files: " + large.size() + " packages: " + String.join(", ", large));
    }

    private void row(String name, List<SourceFile> files, int arrows) {
        List<Integer> lines = files.stream()
                .flatMap(f -> f.methods().stream())
                .map(SourceFile.Method::lines)
                .sorted()
                .toList();
        long over = lines.stream().filter(l -> l > LONG_METHOD).count();
        row(
                name,
                files.size(),
                arrows,
                lines.size(),
                quantile(lines, 50),
                quantile(lines, 90),
                lines.isEmpty() ? "" : Math.round(1000.0 * over / lines.size()) / 10.0 + " %");
    }

    private static Object quantile(List<Integer> sorted, int percent) {
        return sorted.isEmpty() ? "" : sorted.get((sorted.size() - 1) * percent / 100);
    }

    private void cycles() {
        List<SortedSet<String>> cycles = classes.cyclesOfPackages();
        title("Cycles between packages: " + cycles.size());
        for (SortedSet<String> cycle : cycles) {
            line(String.join(", ", cycle));
            classes.arrowsAmong(cycle).forEach(arrow -> line("    " + arrow));
        }
    }

    private void longMethods() {
        SortedMap<String, Integer> found = new TreeMap<>();
        for (SourceFile source : sources) {
            if (source.packageName().startsWith("holdfast.examine")) {
                source.methods().stream()
                        .filter(m -> m.lines() > LONG_METHOD)
                        .forEach(m -> found.put(source.path(root) + ":" + m.line() + " " + m.name(), m.lines()));
            }
        }
        title("Methods of more than " + LONG_METHOD + " lines in examine: " + found.size());
        found.forEach(this::count);
    }

    /** What a new kind of duty would have to be told to. */
    private void duties() {
        List<DutyUses> uses = DutyUses.in(sources);
        title("Kinds of duty: " + String.join(", ", DutyUses.kinds(sources)));
        counted("instanceof", uses, DutyUses::instanceOfs);
        counted("switches that the compiler checks for every kind", uses, DutyUses::exhaustiveSwitches);
        counted("switches with a default", uses, DutyUses::switchesWithDefault);
        List<DutyUses> silent = uses.stream().filter(DutyUses::isSilent).toList();
        line("files that name a kind, and that the compiler tells nothing: " + silent.size());
        silent.forEach(u -> line("    " + u.source().path(root)));
    }

    private void counted(String what, List<DutyUses> uses, ToIntFunction<DutyUses> number) {
        SortedMap<String, Integer> found = new TreeMap<>();
        uses.stream()
                .filter(u -> number.applyAsInt(u) > 0)
                .forEach(u -> found.put(u.source().path(root), number.applyAsInt(u)));
        int all = found.values().stream().mapToInt(n -> n).sum();
        line(what + ": " + all + " in " + found.size() + " files");
        found.forEach(this::count);
    }

    private void finding() throws IOException {
        FindingPlaces finding = FindingPlaces.ofTheLast(root);
        title("Places of a finding, by the last one, " + finding.number() + " " + finding.check() + ": "
                + finding.places().size());
        finding.places().forEach(this::line);
    }

    private void neverCalled() {
        NeverCalled uncalled = NeverCalled.in(sources, classes, callers, root);
        title("Methods of main code that main code never calls: "
                + uncalled.byNobody().size());
        uncalled.byNobody().forEach(this::line);
        CALLERS.stream()
                .filter(m -> !Files.isDirectory(root.resolve(m).resolve("target/classes")))
                .forEach(m -> line("(Not built, so what it alone calls is among these: " + m + ".)"));
        line("");
        line("Called by " + String.join(" or ", CALLERS) + " alone: "
                + uncalled.besideAlone().size());
        uncalled.besideAlone().forEach(this::line);
    }

    private void title(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void count(String what, int number) {
        line("    " + what + ": " + number);
    }

    private void row(String name, Object... cells) {
        StringBuilder row = new StringBuilder(name).repeat(' ', Math.max(0, 36 - name.length()));
        for (Object cell : cells) {
            row.repeat(' ', Math.max(1, 9 - cell.toString().length())).append(cell);
        }
        line(row.toString());
    }

    private void line(String line) {
        out.println(line);
    }
}
