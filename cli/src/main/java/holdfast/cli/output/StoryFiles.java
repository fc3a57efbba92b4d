package holdfast.cli.output;

import holdfast.engine.words.DateWords;
import holdfast.examine.Examination;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.examine.table.Guarantee;
import holdfast.intake.own.CsvRecordWriter;
import holdfast.intake.own.JsonRecordWriter;
import holdfast.intake.own.RecordWriter;
import holdfast.report.page.ShellWord;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes every story as a file of records that {@code replay} takes, and a page that says which shows what. */
public final class StoryFiles {
    public static final String INDEX = "stories.md";
    private static final String HEADING =
            "# Stories\n\nEach file holds the records of a history. The command shows what the story claims.\n";

    private StoryFiles() {}

    /** @return how many were written, the index not counted */
    public static int write(Examination examination, String agreement, Path folder) {
        Map<String, Story> stories = named(examination);
        StringBuilder index = new StringBuilder(HEADING);
        DateWords dates = new DateWords(examination.agreement().zone());
        checkFree(folder, stories);
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, Story> one : stories.entrySet()) {
                Path file = folder.resolve(fileName(one.getKey(), one.getValue()));
                try (Writer out = Files.newBufferedWriter(file);
                        RecordWriter writer = one.getValue().records().isEmpty()
                                ? new CsvRecordWriter(out, examination.agreement())
                                : new JsonRecordWriter(out)) {
                    one.getValue().records().forEach(writer::write);
                }
                index.append(told(one.getKey(), one.getValue(), agreement, folder, dates));
            }
            Files.writeString(folder.resolve(INDEX), index);
        } catch (IOException e) {
            throw Refusal.usage(
                    "--stories: `" + folder + "` cannot be written",
                    "name a folder that can, or one that is not there yet");
        }
        return stories.size();
    }

    /** A folder that an earlier examination wrote may be written again; of any other no file may be lost. */
    private static void checkFree(Path folder, Map<String, Story> stories) {
        if (isOurs(folder.resolve(INDEX))) {
            return;
        }
        Stream.concat(Stream.of(INDEX), stories.entrySet().stream().map(s -> fileName(s.getKey(), s.getValue())))
                .filter(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.usage(
                            "--stories: `" + folder.resolve(name) + "` is there already, and no examination wrote it",
                            "nothing is written over; name another folder");
                });
    }

    private static boolean isOurs(Path index) {
        try {
            return Files.isRegularFile(index) && Files.readString(index).startsWith(HEADING);
        } catch (IOException e) {
            return false;
        }
    }

    /** Where nothing happens at all, time alone tells: a table with its header and no row says so, an empty file would not. */
    private static String fileName(String name, Story story) {
        return name + (story.records().isEmpty() ? ".csv" : ".jsonl");
    }

    private static String told(String name, Story story, String agreement, Path folder, DateWords dates) {
        StringBuilder told = new StringBuilder("\n## " + name + "\n\n" + story.title() + "\n\n```sh\nholdfast replay "
                + ShellWord.of(agreement) + " --records "
                + ShellWord.of(folder.resolve(fileName(name, story)).toString()) + " --now " + dates.iso(story.at())
                + "\n```\n\n");
        story.claims()
                .forEach(c -> told.append("- ")
                        .append(c.clause())
                        .append(' ')
                        .append(c.bearer())
                        .append(": ")
                        .append(c.status().words())
                        .append(c.due().map(d -> ", due " + dates.due(d)).orElse(""))
                        .append('\n'));
        return told.toString();
    }

    /** By file name: findings by code, guarantees by clause, violator and course. */
    static Map<String, Story> named(Examination examination) {
        Map<String, Story> named = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (Finding f : examination.findings()) {
            f.story().ifPresent(s -> named.put(once(f.code().name(), times), s));
        }
        for (Guarantee g : examination.guarantees()) {
            String without = g.defectors().isEmpty() ? "" : "-without-" + String.join("-", g.defectors());
            String name = "guarantee-" + g.prohibition() + "-" + g.violator() + "-"
                    + g.course().words() + without;
            named.put(once(name.replaceAll("[^A-Za-z0-9.]+", "-"), times), g.story());
        }
        return named;
    }

    /** The second of one name gets a 2. */
    private static String once(String name, Map<String, Integer> times) {
        int n = times.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
        return n == 1 ? name : name + "-" + n;
    }
}
