package holdfast.record.ingest;

import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.given.Findings;
import holdfast.language.model.Agreement;
import holdfast.record.entry.Entry;
import holdfast.record.entry.Statement;
import holdfast.record.keep.Outcome.Added;
import holdfast.record.keep.Submitting;
import holdfast.record.store.Reading;
import holdfast.record.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Agreements' texts in the record: the first, and each that amended the one before it. */
public final class Texts {
    private Texts() {}

    /** A text with its entry. */
    public record Text(long entry, Statement.OfAgreement statement) {}

    /** All of them, the first one first. */
    public static List<Text> of(Reading record) {
        List<Text> texts = new ArrayList<>();
        for (Entry entry : record.texts()) {
            if (entry.content().statement() instanceof Statement.OfAgreement agreement) {
                texts.add(new Text(entry.number(), agreement));
            }
        }
        return texts;
    }

    /** The text in force: the last one. */
    public static Optional<Text> last(Reading record) {
        List<Text> texts = of(record);
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.getLast());
    }

    /**
     * Submits a text as an amendment of the one before it, or as the first.
     *
     * @param document with the files that it names beside it
     * @return the new entry; empty where it is the text in force already
     */
    public static Optional<Entry> submit(Submitting submitting, String name, Path document, Agreement agreement) {
        Optional<Text> before = last(submitting.record());
        if (before.filter(t -> t.statement().sha256().equals(agreement.sha256()))
                .isPresent()) {
            return Optional.empty();
        }
        List<Statement.File> files = new ArrayList<>();
        for (Content content : contents(document)) {
            Statement.File file = Digests.of(content.name, content.bytes);
            submitting.attach(file.digest(), file.size(), new ByteArrayInputStream(content.bytes));
            files.add(file);
        }
        return submitting.submit(new Statement.OfAgreement(name, agreement.sha256(), files, before.map(Text::entry)))
                        instanceof Added(Entry entry)
                ? Optional.of(entry)
                : Optional.empty();
    }

    private record Content(String name, byte[] bytes) {}

    /** The document, and what reading it reads beside it. */
    private static List<Content> contents(Path document) {
        try {
            List<Content> contents = new ArrayList<>();
            Outcome outcome = AgreementReader.read(document);
            contents.add(new Content(String.valueOf(document.getFileName()), Files.readAllBytes(document)));
            for (String sibling : outcome.files().subList(1, outcome.files().size())) {
                contents.add(new Content(sibling, Files.readAllBytes(document.resolveSibling(sibling))));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text out of the record. */
    public static Outcome read(Store store, Text text, Findings findings) {
        List<Statement.File> files = text.statement().files();
        return AgreementReader.read(
                files.getFirst().name(),
                bytes(store, files.getFirst()),
                name -> files.stream()
                        .filter(f -> f.name().equals(name))
                        .findFirst()
                        .map(f -> bytes(store, f)),
                findings);
    }

    private static byte[] bytes(Store store, Statement.File file) {
        try (InputStream in = store.attachment(file.digest())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
