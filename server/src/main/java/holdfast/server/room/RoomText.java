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

/**
 * The text in force, as the record has it.
 *
 * @param entry the number of its entry
 * @param document the whole of its document, in Markdown
 */
public record RoomText(long entry, String name, Agreement agreement, ClauseTexts clauses, String document) {

    /** @return empty where the record has no text, or one that this Holdfast cannot read */
    static Optional<RoomText> of(SharedRecord record) {
        return Texts.last(record.store()).flatMap(text -> of(record.store(), text));
    }

    private static Optional<RoomText> of(Store store, Texts.Text text) {
        List<Statement.File> files = text.statement().files();
        return Texts.read(store, text, new Findings(Catalogue.numbers()))
                .agreement()
                .map(agreement -> new RoomText(
                        text.entry(),
                        text.statement().name(),
                        agreement,
                        ClauseSources.of(
                                agreement,
                                name -> files.stream()
                                        .filter(f -> f.name().equals(name))
                                        .findFirst()
                                        .map(f -> content(store, f).lines().toList())
                                        .orElse(List.of())),
                        content(store, files.getFirst())));
    }

    private static String content(Store store, Statement.File file) {
        try (InputStream in = store.attachment(file.digest())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
