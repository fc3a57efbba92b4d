package holdfast.intake;

import holdfast.intake.mapping.Mapping;
import holdfast.intake.rows.Input;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads texts as files. */
final class Reading {
    private Reading() {}

    static Records.Loaded csv(String text) {
        return file("reports.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    static Records.Loaded json(String text) {
        return file("reports.jsonl", text.getBytes(StandardCharsets.UTF_8));
    }

    static Records.Loaded file(String name, byte[] bytes) {
        return Records.load(
                List.of(new RecordSource(Input.of(name, bytes), Optional.empty())),
                Agreements.small(),
                ReadOptions.DEFAULT);
    }

    static Records.Loaded mapped(String mapping, String csv) {
        return mapped(mapping, "source.csv", csv, Agreements.small());
    }

    static Records.Loaded mapped(String mapping, String name, String text, Agreement agreement) {
        Mapping.Parsed parsed = parsed(mapping);
        if (parsed.mapping().isEmpty()) {
            throw new AssertionError(parsed.problems());
        }
        return load(parsed, name, text.getBytes(StandardCharsets.UTF_8), agreement);
    }

    /** With a mapping of which nothing is to be said. */
    static Records.Loaded mapped(String mapping, String name, byte[] bytes) {
        Mapping.Parsed parsed = parsed(mapping);
        if (!parsed.problems().isEmpty()) {
            throw new AssertionError(parsed.problems());
        }
        return load(parsed, name, bytes, Agreements.small());
    }

    private static Mapping.Parsed parsed(String mapping) {
        return Mapping.parse("mapping.md", "```mapping\n" + mapping + "\n```\n");
    }

    private static Records.Loaded load(Mapping.Parsed parsed, String name, byte[] bytes, Agreement agreement) {
        return Records.load(
                List.of(new RecordSource(Input.of(name, bytes), parsed.mapping())), agreement, ReadOptions.DEFAULT);
    }

    static List<String> problems(Records.Loaded loaded) {
        return loaded.report().problems().stream().map(ProblemLine::of).toList();
    }
}
