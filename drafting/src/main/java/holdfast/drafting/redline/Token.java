package holdfast.drafting.redline;

import holdfast.drafting.text.PlainText.Note;
import holdfast.drafting.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word, a sign, a blank, a break or the mark of a note. Two are the same if their letters are; marks are, if their notes say the same.
 *
 * @param key by which it is compared
 */
record Token(String key, Span span) {
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    static List<Token> of(List<Span> spans, Map<String, Note> notes) {
        List<Token> tokens = new ArrayList<>();
        for (Span span : spans) {
            switch (span) {
                case Span.Words w -> {
                    Matcher part = PART.matcher(w.text());
                    while (part.find()) {
                        tokens.add(new Token(part.group(), new Span.Words(part.group(), w.bold(), w.italic())));
                    }
                }
                case Span.Break b -> tokens.add(new Token("\n", b));
                case Span.NoteMark m -> tokens.add(new Token(key(m, notes), m));
            }
        }
        return tokens;
    }

    static String key(List<Span> spans, Map<String, Note> notes) {
        StringBuilder key = new StringBuilder();
        for (Span span : spans) {
            key.append(
                    switch (span) {
                        case Span.Words w -> w.text();
                        case Span.Break ignored -> "\n";
                        case Span.NoteMark m -> key(m, notes);
                    });
        }
        return key.toString();
    }

    private static String key(Span.NoteMark mark, Map<String, Note> notes) {
        @Nullable Note note = notes.get(mark.label());
        return "\u0003" + (note == null ? mark.label() : Span.plain(note.words()));
    }

    /** Neighbours that look alike are one again; blanks are not touched, since what stands beside them may be taken out. */
    static List<Span> spans(List<Token> tokens) {
        List<Span> spans = new ArrayList<>();
        for (Token token : tokens) {
            boolean joins = token.span() instanceof Span.Words next
                    && !spans.isEmpty()
                    && spans.getLast() instanceof Span.Words last
                    && last.bold() == next.bold()
                    && last.italic() == next.italic();
            if (joins) {
                Span.Words last = (Span.Words) spans.removeLast();
                spans.add(new Span.Words(last.text() + token.key(), last.bold(), last.italic()));
            } else {
                spans.add(token.span());
            }
        }
        return spans;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Token t && t.key.equals(key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key);
    }
}
