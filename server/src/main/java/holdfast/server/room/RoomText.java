package holdfast.server.room;

import holdfast.examine.check.Catalogue;
import holdfast.language.given.Findings;
import holdfast.language.model.Agreement;
import holdfast.record.entry.Statement;
import holdfast.record.ingest.Texts;
import holdfast.record.keep.SharedRecord;
import holdfast.record.store.Store;
import holdfast.report.explain.ClauseSources;
import holdfast.report.explain.ClauseTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The text in force, as the record has it.
 *
 * @param entry the number of its entry
 * @param document the whole of its document, in Markdown
 * @param beside the files that it names, such as annexes and maps, by the names it gives them
 */
public record RoomText(
        long entry,
        String name,
        Agreement agreement,
        ClauseTexts clauses,
        String document,
        Function<String, Optional<byte[]>> beside) {

    /** @return empty where the record has no text, or one that this Holdfast cannot read */
    static Optional<RoomText> of(SharedRecord record) {
        return Texts.last(record.store()).flatMap(text -> of(record.store(), text));
    }

    private static Optional<RoomText> of(Store store, Texts.Text text) {
        List<Statement.File> files = text.statement().files();
        Function<String, Optional<byte[]>> beside = name ->
                files.stream().filter(f -> f.name().equals(name)).findFirst().map(f -> content(store, f));
        return Texts.read(store, text, new Findings(Catalogue.numbers()))
                .agreement()
                .map(agreement -> new RoomText(
                        text.entry(),
                        text.statement().name(),
                        agreement,
                        ClauseSources.of(
                                agreement,
                                name -> beside.apply(name)
                                        .map(RoomText::plain)
                                        .orElse("")
                                        .lines()
                                        .toList()),
                        plain(content(store, files.getFirst())),
                        beside));
    }

    private static String plain(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] content(Store store, Statement.File file) {
        try (InputStream in = store.attachment(file.digest())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
