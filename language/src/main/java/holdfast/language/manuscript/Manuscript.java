package holdfast.language.manuscript;

import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.document.Document;
import holdfast.language.document.DocumentReader;
import holdfast.language.document.FormalBlock;
import holdfast.language.document.LineOffsets;
import holdfast.language.document.SourceText;
import holdfast.language.format.Formatter;
import holdfast.language.model.Actor;
import holdfast.language.model.Origin;
import holdfast.language.syntax.BlockParser;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.Vocabulary;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One document as it was written. Annexes are documents of their own. */
public final class Manuscript {
    private final String file;
    private final String written;
    private final Document document;
    private final LineOffsets lines;

    /** Null until somebody asks what stands in it. */
    private @Nullable List<Stated> statements;

    /** Whether it is laid out as {@code fmt} does; null until somebody asks. */
    private @Nullable Boolean laid;

    private Manuscript(String file, String written) {
        this.file = file;
        this.written = written;
        SourceText source = SourceText.of(file, written);
        this.lines = LineOffsets.of(source.text());
        this.document = DocumentReader.read(source, 0, new Diagnostics());
    }

    private synchronized List<Stated> statements() {
        List<Stated> known = statements;
        if (known == null) {
            known = new ArrayList<>();
            Vocabulary vocabulary = Vocabulary.of(document.blocks());
            for (FormalBlock block : document.blocks()) {
                if (block.kind() == FormalBlock.Kind.HOLDFAST) {
                    known.addAll(BlockParser.statements(block, vocabulary, new HashSet<>(), new Diagnostics()));
                }
            }
            statements = known;
        }
        return known;
    }

    /** @param file as the user named it */
    public static Manuscript of(String file, String written) {
        return new Manuscript(file, written);
    }

    /** The whole document. */
    public String text() {
        return written;
    }

    /**
     * The document with these changes, laid out as {@code fmt} does where it was so before; empty where one of them is about a statement that is not there, or two are about the same.
     */
    public Optional<Manuscript> with(List<Change> changes) {
        Optional<List<Edit>> edits = sorted(changes);
        if (edits.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(written.startsWith("\uFEFF") ? "\uFEFF" : "");
        String before = document.source().text();
        int copied = 0;
        for (Edit edit : edits.get()) {
            if (edit.from() < copied) {
                return Optional.empty();
            }
            text.append(before, copied, edit.from()).append(edit.text());
            copied = edit.to();
        }
        String changed = text.append(before, copied, before.length()).toString();
        return Optional.of(
                of(file, isLaid() ? Formatter.layAgain(changed, written).text() : changed));
    }

    private synchronized boolean isLaid() {
        Boolean known = laid;
        if (known == null) {
            known = Formatter.lay(written).text().equals(written);
            laid = known;
        }
        return known;
    }

    /** What these changes do, in the order of the document; empty where they cannot be made. */
    public List<Passage> passages(List<Change> changes) {
        return sorted(changes).orElse(List.of()).stream()
                .map(e -> new Passage(
                        lines.line(e.from()),
                        oneLine(document.source().text().substring(e.from(), e.to())),
                        e.text()
                                .lines()
                                .map(Manuscript::oneLine)
                                .filter(l -> !l.isEmpty())
                                .toList()))
                .toList();
    }

    /**
     * What is written at one place, before and after.
     *
     * @param line one-based line in the document as it stands
     * @param before on one line; empty where something is added
     * @param after statement by statement; none where something goes
     */
    public record Passage(int line, String before, List<String> after) {
        public Passage {
            after = List.copyOf(after);
        }
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private Optional<List<Edit>> sorted(List<Change> changes) {
        List<Edit> edits = new ArrayList<>();
        for (Change change : changes) {
            Optional<List<Edit>> made = edits(change);
            if (made.isEmpty()) {
                return Optional.empty();
            }
            edits.addAll(made.get());
        }
        edits.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to));
        return Optional.of(edits);
    }

    /** From one place in the text to another there stands something else instead. */
    private record Edit(int from, int to, String text) {}

    private Optional<List<Edit>> edits(Change change) {
        return switch (change) {
            case Change.Rewrite(Origin at, String statement) ->
                at(at).map(s -> List.of(new Edit(start(s), end(s), statement)));
            case Change.Strike(Origin at) -> at(at).map(s -> List.of(struck(s)));
            case Change.Add(Origin near, String statement) ->
                at(near).map(s -> List.of(added(s.first().block(), statement)));
            case Change.Words(Origin near, String paragraph) ->
                at(near).map(s -> List.of(words(s.first().block(), paragraph)));
            case Change.Settle(String question, String answer) -> Optional.of(settled(question, answer));
            case Change.Measure(Origin near, String name) -> measure(near, name).map(List::of);
            case Change.Recast(List<String> actors, Actor.Role role) -> recast(actors, role);
        };
    }

    private Optional<Stated> at(Origin origin) {
        return statements().stream()
                .filter(s -> isNotBehind(s.first(), origin) && isNotBefore(s.last(), origin))
                .findFirst();
    }

    private static boolean isNotBehind(Token token, Origin origin) {
        return token.line() < origin.line() || (token.line() == origin.line() && token.column() <= origin.column());
    }

    private static boolean isNotBefore(Token token, Origin origin) {
        return token.line() > origin.line()
                || (token.line() == origin.line()
                        && token.column() + token.written().length() > origin.column());
    }

    private int start(Stated stated) {
        return place(stated.first());
    }

    private int end(Stated stated) {
        return place(stated.last()) + stated.last().written().length();
    }

    private int place(Token token) {
        return lines.start(token.line()) + token.column() - 1;
    }

    /** With its line, where it has that for itself. */
    private Edit struck(Stated stated) {
        int from = start(stated);
        int to = end(stated);
        int line = lines.start(stated.first().line());
        int next = lines.start(stated.last().line() + 1);
        String text = document.source().text();
        boolean alone =
                text.substring(line, from).isBlank() && text.substring(to, next).isBlank();
        return alone ? new Edit(line, next, "") : new Edit(from, to, "");
    }

    private Edit added(FormalBlock block, String statement) {
        int at = lines.start(block.closingLine());
        String margin = block.lines().isEmpty()
                ? ""
                : document.source()
                        .line(block.lines().getLast().number())
                        .substring(0, block.lines().getLast().column() - 1);
        return new Edit(at, at, margin + statement + lines.ending(block.fenceLine()));
    }

    private Edit words(FormalBlock block, String paragraph) {
        int at = lines.start(block.fenceLine());
        String ending = lines.ending(block.fenceLine());
        return new Edit(at, at, paragraph + ending + ending);
    }

    private Optional<Edit> measure(Origin near, String name) {
        Optional<Stated> measures = statements().stream()
                .filter(s -> s.statement() instanceof Statement.Measures)
                .findFirst();
        return measures.isPresent()
                ? measures.map(m -> new Edit(end(m), end(m), ", " + name))
                : at(near).map(s -> added(s.first().block(), "measures from weakest: " + name));
    }

    /** Taken out of the lists in which they stand, with their titles and what else is said of them there, and put behind them in the new role. */
    private Optional<List<Edit>> recast(List<String> actors, Actor.Role role) {
        List<Edit> edits = new ArrayList<>();
        for (Stated stated : statements()) {
            if (stated.statement() instanceof Statement.Actors(Actor.Role was, List<Statement.Named> named)
                    && named.stream().anyMatch(n -> isOneOf(n, actors))) {
                List<String> stay = new ArrayList<>();
                List<String> moved = new ArrayList<>();
                for (int i = 0; i < named.size(); i++) {
                    (isOneOf(named.get(i), actors) ? moved : stay).add(entry(stated, named, i));
                }
                String first = stay.isEmpty() ? "" : word(was) + " " + String.join(", ", stay) + "\n";
                String second = word(role) + " " + String.join(", ", moved);
                edits.add(new Edit(start(stated), end(stated), first + second));
            }
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(edits);
    }

    private static boolean isOneOf(Statement.Named named, List<String> actors) {
        return actors.contains(named.named().name().text());
    }

    private String entry(Stated stated, List<Statement.Named> named, int i) {
        int from = place(named.get(i).named().name());
        int to = i + 1 < named.size() ? place(named.get(i + 1).named().name()) : end(stated);
        return document.source()
                .text()
                .substring(from, to)
                .strip()
                .replaceFirst("(,|\\band)$", "")
                .strip();
    }

    private static String word(Actor.Role role) {
        return switch (role) {
            case PARTY -> "party";
            case GUARANTOR -> "guarantor";
            case OTHER -> "actor";
        };
    }

    private List<Edit> settled(String question, String answer) {
        List<Edit> edits = new ArrayList<>();
        for (Stated stated : statements()) {
            if (stated.statement() instanceof Statement.Question q
                    && q.name().text().equals(question)) {
                edits.add(struck(stated));
            } else if (stated.statement() instanceof Statement.RulesOn r
                    && r.term().text().equals(question)) {
                edits.add(struck(stated));
            } else if (stated.statement() instanceof Statement.Called c
                    && c.question().filter(q -> q.text().equals(question)).isPresent()) {
                edits.add(struck(stated));
            } else if (stated.statement() instanceof Statement.Called c
                    && c.question().isEmpty()
                    && c.name().text().equals(question)) {
                edits.add(struck(stated));
            } else {
                settled(stated, question, answer).ifPresent(edits::add);
            }
        }
        return edits;
    }

    private Optional<Edit> settled(Stated stated, String question, String answer) {
        Optional<Stated.Answer> said = stated.answers().stream()
                .filter(a -> a.question().text().equals(question))
                .findFirst();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        boolean kept = said.get().answer().text().equals(answer);
        if (!kept || stated.statement() instanceof Statement.NotThere) {
            // Where there is no such clause under the answer that is given, nothing of it is left.
            return Optional.of(struck(stated));
        }
        List<String> others = stated.answers().stream()
                .filter(a -> !a.question().text().equals(question))
                .map(a -> a.question().text() + " as " + a.answer().text())
                .toList();
        String text = document.source().text();
        int prefixEnd = text.indexOf(',', place(stated.answers().getLast().answer())) + 1;
        while (prefixEnd < text.length() && Character.isWhitespace(text.charAt(prefixEnd))) {
            prefixEnd++;
        }
        String prefix = others.isEmpty() ? "" : "read " + String.join(" and ", others) + ", ";
        return Optional.of(new Edit(start(stated), prefixEnd, prefix));
    }
}
