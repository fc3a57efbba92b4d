package holdfast.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a finding stands. The last one shows it for the next: files that name its number or its check, or say how many findings
 * there are.
 *
 * @param number {@code F32}
 * @param check the class that looks for it
 */
record FindingPlaces(String number, String check, List<String> places) {
    private static final Pattern PAGE = Pattern.compile("F\\d\\d\\.md");
    private static final Set<String> TEXTS = Set.of("java", "md", "csv", "json", "properties", "expected");

    static FindingPlaces ofTheLast(Path root) throws IOException {
        String number = last(root.resolve("docs/findings"));
        List<Path> texts = texts(root);
        String check = check(texts, number);
        Pattern place = Pattern.compile("\\b" + number + "\\b|\\b" + check + "\\b|\\b"
                + Integer.parseInt(number.substring(1)) + " (findings|ways to fail|checks)");
        List<String> places = new ArrayList<>();
        for (Path text : texts) {
            if (place.matcher(Files.readString(text)).find()) {
                places.add(root.relativize(text).toString().replace('\\', '/'));
            }
        }
        return new FindingPlaces(number, check, List.copyOf(places));
    }

    private static String last(Path pages) throws IOException {
        try (Stream<Path> files = Files.list(pages)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(PAGE.asMatchPredicate())
                    .max(String::compareTo)
                    .orElseThrow()
                    .substring(0, 3);
        }
    }

    private static List<Path> texts(Path root) throws IOException {
        List<Path> texts = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.sorted().toList()) {
                String name = folder.getFileName().toString();
                if (!name.startsWith(".") && !name.equals("architecture")) {
                    add(folder, texts);
                }
            }
        }
        return texts;
    }

    private static void add(Path folder, List<Path> texts) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().contains("/target/"))
                    .filter(f -> !f.endsWith("house.md"))
                    .filter(f -> TEXTS.contains(ending(f.getFileName().toString())))
                    .sorted()
                    .forEach(texts::add);
        }
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The class that the catalogue gives it. */
    private static String check(List<Path> texts, String number) throws IOException {
        Pattern line = Pattern.compile("\\b" + number + "\\(\\s*(\\w+)::new");
        for (Path text : texts) {
            if (text.endsWith("Catalogue.java")) {
                Matcher found = line.matcher(Files.readString(text));
                if (found.find()) {
                    return found.group(1);
                }
            }
        }
        throw new IllegalStateException("the catalogue has no line for " + number);
    }
}
