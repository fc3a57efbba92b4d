package holdfast.cli;

import holdfast.cli.output.Refusal;
import holdfast.cli.replay.RecordFiles;
import holdfast.intake.proposal.MappingDraft;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "mapping",
        mixinStandardHelpOptions = true,
        description =
                "Drafts a mapping from a file: its columns, what they seem to hold, the codes found. To be completed.")
final class MappingCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TABLE", description = "somebody else's table, workbook or JSON")
    Path file = Path.of("");

    @Option(names = "--sheet", paramLabel = "NAME", description = "of a workbook with several")
    @Nullable
    String sheet;

    @Option(
            names = "--header",
            paramLabel = "N",
            description =
                    "the row in which the header stands; of a header of several rows, the first and the last: 4-5")
    @Nullable
    String header;

    private static final Pattern HEADER = Pattern.compile("([1-9][0-9]{0,8})(?:\\s*(?:-|to)\\s*([1-9][0-9]{0,8}))?");

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            completionCandidates = Encodings.class,
            description = "of a table that is not UTF-8: ${COMPLETION-CANDIDATES}")
    @Nullable
    String encoding;

    static final class Encodings implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return MappingDraft.encodings().iterator();
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    @Override
    public Integer call() {
        long[] rows = header == null ? new long[] {0, 0} : headerRows(header);
        if (encoding != null && MappingDraft.charset(encoding).isEmpty()) {
            throw Refusal.usage(
                    "--encoding: `" + encoding + "` is no encoding that can be read",
                    "there are " + String.join(", ", MappingDraft.encodings()));
        }
        MappingDraft draft = MappingDraft.of(
                RecordFiles.checked(file), Optional.ofNullable(sheet), rows[0], rows[1], Optional.ofNullable(encoding));
        if (!draft.problems().isEmpty()) {
            throw Refusal.findings(
                    "no mapping can be drafted\n" + String.join("\n", draft.problems()),
                    "`--sheet NAME` and `--header N` say where the table stands, `--encoding NAME` how it is written");
        }
        spec.commandLine().getOut().print(draft.text());
        return 0;
    }

    private static long[] headerRows(String written) {
        Matcher rows = HEADER.matcher(written.strip());
        long first = rows.matches() ? Long.parseLong(rows.group(1)) : 0;
        long last = first > 0 && rows.group(2) != null ? Long.parseLong(rows.group(2)) : first;
        if (first == 0 || last < first || last - first > 9) {
            throw Refusal.usage(
                    "--header: `" + written + "` is no row of a header",
                    "rows are counted from 1: `--header 4`, or `--header 4-5` where a name stands in two rows (ten at most)");
        }
        return new long[] {first, last};
    }
}
