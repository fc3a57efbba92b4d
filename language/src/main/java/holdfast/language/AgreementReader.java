package holdfast.language;

import holdfast.language.check.Checker;
import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.Place;
import holdfast.language.document.Document;
import holdfast.language.document.DocumentReader;
import holdfast.language.document.FormalBlock;
import holdfast.language.document.OwnFolder;
import holdfast.language.document.SourceText;
import holdfast.language.given.Attachment;
import holdfast.language.given.Findings;
import holdfast.language.given.Part;
import holdfast.language.given.Part.ScenarioText;
import holdfast.language.model.Agreement;
import holdfast.language.model.FileContent;
import holdfast.language.syntax.BlockParser;
import holdfast.language.syntax.ScenarioParser;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads and checks an agreement: the document, its annexes and the maps beside it. Never throws for what a document says: everything that is
 * wrong is a diagnostic.
 */
public final class AgreementReader {
    /** Zone files may be larger than documents, within reason: as large as a map, and one byte more, so that whoever reads it can say that it is too large. */
    private static final int LARGEST_ATTACHMENT = 128 * 1024 * 1024;

    private static final int MOST_ANNEXES = 100;

    private final Function<String, Optional<byte[]>> siblings;
    private final Findings findings;
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private final Map<String, byte[]> attached = new LinkedHashMap<>();
    private final Map<String, Optional<Attachment>> attachments = new HashMap<>();

    private AgreementReader(Function<String, Optional<byte[]>> siblings, Findings findings) {
        this.siblings = siblings;
        this.findings = findings;
    }

    /** Reads a file; annexes and zone files are looked for in its folder. Any finding may be accepted. */
    public static Outcome read(Path file) {
        return read(file, Findings.ANY);
    }

    /** Reads a file; annexes and zone files are looked for in its folder. These findings may be accepted. */
    public static Outcome read(Path file, Findings findings) {
        String name = file.toString();
        Diagnostics unreadable = new Diagnostics();
        Optional<byte[]> bytes = bytesOf(file, name, unreadable);
        if (bytes.isEmpty()) {
            return new Outcome(Optional.empty(), unreadable.sorted(), List.of(name));
        }
        return read(name, bytes.get(), sibling -> siblingOf(file, sibling), findings);
    }

    /** Reads what could stand in a file instead; annexes and zone files are looked for in its folder. */
    public static Outcome readAs(Path file, byte[] bytes, Findings findings) {
        return read(file.toString(), bytes, sibling -> siblingOf(file, sibling), findings);
    }

    /**
     * Reads a document from memory. Any finding may be accepted.
     *
     * @param fileName as diagnostics shall name it
     * @param siblingFiles the bytes of a file beside the document, by its name as written; empty if there is none
     */
    public static Outcome read(String fileName, byte[] bytes, Function<String, Optional<byte[]>> siblingFiles) {
        return read(fileName, bytes, siblingFiles, Findings.ANY);
    }

    /**
     * Reads a document from memory.
     *
     * @param fileName as diagnostics shall name it
     * @param siblingFiles the bytes of a file beside the document, by its name as written; empty if there is none
     * @param findings what may be accepted
     */
    public static Outcome read(
            String fileName, byte[] bytes, Function<String, Optional<byte[]>> siblingFiles, Findings findings) {
        return new AgreementReader(siblingFiles, findings).read(fileName, bytes);
    }

    private static Optional<byte[]> bytesOf(Path file, String name, Diagnostics unreadable) {
        try {
            if (Files.isDirectory(file)) {
                unreadable.report(
                        Code.UNREADABLE,
                        new Place.WholeFile(name),
                        "`" + name + "` is a folder",
                        "name a Markdown file in it");
                return Optional.empty();
            }
            if (!Files.exists(file)) {
                unreadable.report(
                        Code.UNREADABLE,
                        new Place.WholeFile(name),
                        "there is no file `" + name + "`",
                        "check the name");
                return Optional.empty();
            }
            if (Files.size(file) > SourceText.LIMIT) {
                SourceText.reportTooLarge(name, Files.size(file), unreadable);
                return Optional.empty();
            }
            // What is no file of its own has no size: it is read as far as a document may go, and one byte more.
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes((int) SourceText.LIMIT + 1);
            }
            if (bytes.length > SourceText.LIMIT) {
                SourceText.reportTooLarge(name, bytes.length, unreadable);
                return Optional.empty();
            }
            return Optional.of(bytes);
        } catch (IOException refused) {
            unreadable.report(
                    Code.UNREADABLE,
                    new Place.WholeFile(name),
                    "the file `" + name + "` cannot be read",
                    "check that you may read it");
            return Optional.empty();
        }
    }

    /** Only from the document's folder and those below it: a stranger's agreement shall not open other files. */
    private static Optional<byte[]> siblingOf(Path document, String name) {
        try {
            Path file = document.toAbsolutePath().resolveSibling(name).normalize();
            Path folder = document.toAbsolutePath().resolveSibling("");
            if (!OwnFolder.holds(folder, file) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(in.readNBytes(LARGEST_ATTACHMENT + 1));
            }
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private Outcome read(String fileName, byte[] bytes) {
        Optional<Agreement> agreement = Optional.empty();
        if (readPart(fileName, bytes, "")) {
            readAnnexes();
            // A block without its end swallows what follows: whatever else would be said follows from that.
            agreement = diagnostics.has(Code.UNCLOSED_BLOCK) ? Optional.empty() : check(bytes);
        }
        List<String> files = new ArrayList<>(List.of(fileName));
        files.addAll(attached.keySet());
        return new Outcome(agreement, diagnostics.sorted(), files);
    }

    private boolean readPart(String fileName, byte[] bytes, String prefix) {
        Optional<SourceText> source = SourceText.decode(fileName, bytes, diagnostics);
        if (source.isEmpty()) {
            return false;
        }
        int firstArticle =
                parts.stream().mapToInt(p -> p.document().articles().size()).sum();
        Document document = DocumentReader.read(source.get(), firstArticle, diagnostics);
        Vocabulary vocabulary = Vocabulary.of(document.blocks());
        List<Stated> statements = new ArrayList<>();
        List<ScenarioText> scenarios = new ArrayList<>();
        boolean whole = !diagnostics.has(Code.UNCLOSED_BLOCK);
        for (FormalBlock block : whole ? document.blocks() : List.<FormalBlock>of()) {
            switch (block.kind()) {
                case HOLDFAST -> statements.addAll(BlockParser.statements(block, vocabulary, broken, diagnostics));
                case SCENARIO ->
                    scenarios.add(new ScenarioText(block, ScenarioParser.lines(block, vocabulary, diagnostics)));
            }
        }
        if (document.blocks().isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.report(
                    Code.NO_CLAUSES,
                    new Place.WholeFile(fileName),
                    "the document has no formal clauses",
                    fileName.matches("(?i).*[.](csv|tsv|jsonl|ndjson|json|xlsx|ods)")
                            ? "this seems to be a file of records: name the agreement first, and this file behind `--records`"
                            : "put them under their articles, in a block that begins with three backquotes and `holdfast`");
        }
        parts.add(new Part(document, prefix, statements, scenarios));
        return true;
    }

    /** Annexes may have annexes: the list of parts grows while it is read. */
    private void readAnnexes() {
        for (int i = 0; i < parts.size(); i++) {
            for (Stated stated : parts.get(i).statements()) {
                if (stated.statement() instanceof Statement.Annex annex) {
                    readAnnex(annex);
                }
            }
        }
    }

    private void readAnnex(Statement.Annex annex) {
        String file = annex.file().content();
        boolean again =
                parts.stream().anyMatch(p -> p.document().source().file().equals(file));
        if (again || parts.size() > MOST_ANNEXES) {
            diagnostics.report(
                    Code.SAID_TWICE,
                    annex.file().place(),
                    again
                            ? "the document `" + file + "` is already part of the agreement"
                            : "there are too many annexes",
                    "name each annex once, and at most " + MOST_ANNEXES);
            return;
        }
        Optional<byte[]> bytes = siblings.apply(file);
        if (bytes.isEmpty()) {
            diagnostics.report(
                    Code.FILE_MISSING,
                    annex.file().place(),
                    "the annex `" + file + "` is not beside the document, or cannot be read",
                    "put it into the same folder");
            return;
        }
        attached.put(file, bytes.get());
        readPart(file, bytes.get(), annex.name().text() + ".");
    }

    private Optional<Agreement> check(byte[] bytes) {
        return Checker.check(parts, broken, this::attachment, () -> digest(bytes), findings, diagnostics);
    }

    private Optional<Attachment> attachment(String file) {
        return attachments.computeIfAbsent(file, this::readAttachment);
    }

    private Optional<Attachment> readAttachment(String file) {
        Optional<byte[]> bytes = siblings.apply(file);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        attached.put(file, bytes.get());
        return Optional.of(new Attachment(FileContent.of(bytes.get()), hex(sha256().digest(bytes.get()))));
    }

    /** Of the document alone it is what {@code sha256sum} says; other files follow, each behind its name. */
    private String digest(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        attached.forEach((name, content) -> {
            digest.update(("\0" + name + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return hex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
