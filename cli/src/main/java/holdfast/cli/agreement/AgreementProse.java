package holdfast.cli.agreement;

import holdfast.cli.output.Refusal;
import holdfast.drafting.text.Block;
import holdfast.drafting.text.PlainText;
import holdfast.drafting.text.Span;
import holdfast.engine.words.Wording;
import holdfast.language.AgreementReader;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.ProblemText;
import holdfast.language.document.SourceText;
import holdfast.language.reading.Paragraphs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An agreement's document as a text to read: its clauses need not be right, or be there at all. */
public final class AgreementProse {
    private AgreementProse() {}

    /** @throws Refusal if the document is no text */
    public static String markdown(Path document) {
        Diagnostics diagnostics = new Diagnostics();
        try (InputStream in = Files.newInputStream(document)) {
            byte[] bytes = in.readNBytes((int) SourceText.LIMIT + 1);
            return SourceText.decode(document.toString(), bytes, diagnostics)
                    .map(SourceText::text)
                    .orElseThrow(() -> Refusal.findings(
                            "`" + document + "` cannot be read as a text\n" + ProblemText.of(diagnostics.sorted()),
                            "nothing was written"));
        } catch (IOException e) {
            throw Refusal.usage("`" + document + "` cannot be read", "check that you may read it");
        }
    }

    /** The first heading; of a text without one, what it was called by. */
    public static String title(PlainText text, String otherwise) {
        return text.blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .map(b -> Span.plain(((Block.Heading) b).words()))
                .findFirst()
                .orElse(otherwise);
    }

    /** Clauses of which the text for Word has nothing: whoever signs it does not sign them. */
    public static Optional<String> withoutWords(Path document) {
        List<String> clauses = AgreementReader.read(document)
                .agreement()
                .map(a -> Paragraphs.of(a).withoutWords())
                .orElse(List.of());
        return clauses.isEmpty()
                ? Optional.empty()
                : Optional.of("Not in it, because they have no words of their number: "
                        + (clauses.size() == 1 ? "clause " : "clauses ") + Wording.list(clauses)
                        + "\n  help: write the words above the block; `holdfast read` says each clause as a sentence");
    }
}
