package holdfast.drafting.text;

import java.util.ArrayList;
import java.util.List;

/** A piece of a line of text. */
public sealed interface Span {
    /** Words that look alike. */
    record Words(String text, boolean bold, boolean italic) implements Span {
        public static Words plain(String text) {
            return new Words(text, false, false);
        }
    }

    /** The line ends here, and the paragraph goes on. */
    record Break() implements Span {}

    /** The mark of a note, where it stands in the text. */
    record NoteMark(String label) implements Span {}

    /** The words alone; a break is a blank, and a mark is nothing. */
    static String plain(List<Span> spans) {
        StringBuilder plain = new StringBuilder();
        for (Span span : spans) {
            plain.append(
                    switch (span) {
                        case Words w -> w.text();
                        case Break ignored -> " ";
                        case NoteMark ignored -> "";
                    });
        }
        return plain.toString();
    }

    /**
     * The same, with blanks as one prints them: none at the beginning and the end of a line, never two together; neighbours that look alike are one, and a blank
     * looks like what stands before it.
     */
    static List<Span> tidy(List<Span> spans) {
        List<Span> tidy = new ArrayList<>();
        boolean blank = true;
        for (Span span : spans) {
            if (span instanceof Words words) {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < words.text().length(); i++) {
                    char c = words.text().charAt(i);
                    boolean isBlank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
                    if (!isBlank || !blank) {
                        text.append(isBlank ? ' ' : c);
                    }
                    blank = isBlank;
                }
                join(tidy, new Words(text.toString(), words.bold(), words.italic()));
            } else {
                if (span instanceof Break) {
                    trimEnd(tidy);
                    blank = true;
                } else {
                    blank = false;
                }
                tidy.add(span);
            }
        }
        trimEnd(tidy);
        while (!tidy.isEmpty() && tidy.getLast() instanceof Break) {
            tidy.removeLast();
            trimEnd(tidy);
        }
        while (!tidy.isEmpty() && tidy.getFirst() instanceof Break) {
            tidy.removeFirst();
        }
        return List.copyOf(tidy);
    }

    private static void join(List<Span> spans, Words next) {
        if (next.text().isEmpty()) {
            return;
        }
        if (!spans.isEmpty() && spans.getLast() instanceof Words last) {
            boolean alike = last.bold() == next.bold() && last.italic() == next.italic();
            if (alike || next.text().isBlank()) {
                spans.set(spans.size() - 1, new Words(last.text() + next.text(), last.bold(), last.italic()));
                return;
            }
        }
        spans.add(next);
    }

    private static void trimEnd(List<Span> spans) {
        while (!spans.isEmpty() && spans.getLast() instanceof Words last) {
            String text = last.text();
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            if (end == text.length()) {
                return;
            }
            spans.removeLast();
            if (end > 0) {
                spans.add(new Words(text.substring(0, end), last.bold(), last.italic()));
                return;
            }
        }
    }
}
