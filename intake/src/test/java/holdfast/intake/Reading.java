package holdfast.intake;

import holdfast.intake.mapping.Mapping;
import holdfast.intake.mapping.MappingText;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads texts as files. */
final class Reading {
    private Reading() {}

    static Loaded csv(String text) {
        return file("reports.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    static Loaded json(String text) {
        return file("reports.jsonl", text.getBytes(StandardCharsets.UTF_8));
    }

    static Loaded file(String name, byte[] bytes) {
        return Loaded.from(
                List.of(new RecordSource(Content.of(name, bytes), Optional.empty())),
                Agreements.small(),
                ReadOptions.DEFAULT);
    }

    static Loaded mapped(String mapping, String csv) {
        return mapped(mapping, "source.csv", csv, Agreements.small());
    }

    static Loaded mapped(String mapping, String name, String text, Agreement agreement) {
        Mapping.Parsed parsed = parsed(mapping);
        if (parsed.mapping().isEmpty()) {
            throw new AssertionError(parsed.problems());
        }
        return load(parsed, name, text.getBytes(StandardCharsets.UTF_8), agreement);
    }

    /** With a mapping of which nothing is to be said. */
    static Loaded mapped(String mapping, String name, byte[] bytes) {
        Mapping.Parsed parsed = parsed(mapping);
        if (!parsed.problems().isEmpty()) {
            throw new AssertionError(parsed.problems());
        }
        return load(parsed, name, bytes, Agreements.small());
    }

    private static Mapping.Parsed parsed(String mapping) {
        return MappingText.parse("mapping.md", "```mapping\n" + mapping + "\n```\n");
    }

    private static Loaded load(Mapping.Parsed parsed, String name, byte[] bytes, Agreement agreement) {
        return Loaded.from(
                List.of(new RecordSource(Content.of(name, bytes), parsed.mapping())), agreement, ReadOptions.DEFAULT);
    }

    static List<String> problems(Loaded loaded) {
        return loaded.report().problems().stream().map(ProblemLine::of).toList();
    }
}
