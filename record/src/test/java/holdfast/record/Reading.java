package holdfast.record;

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
        Mapping.Parsed parsed = Mapping.parse("mapping.md", "```mapping\n" + mapping + "\n```\n");
        if (parsed.mapping().isEmpty()) {
            throw new AssertionError(parsed.problems());
        }
        return Records.load(
                List.of(new RecordSource(Input.of(name, text.getBytes(StandardCharsets.UTF_8)), parsed.mapping())),
                agreement,
                ReadOptions.DEFAULT);
    }

    static List<String> problems(Records.Loaded loaded) {
        return loaded.report().problems().stream().map(RecordProblem::text).toList();
    }
}
