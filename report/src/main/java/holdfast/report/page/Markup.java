package holdfast.report.page;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes elements of HTML and SVG; whatever is text is escaped here and nowhere else. */
public final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final UnaryOperator<String> words;

    /** Text is left as it is. */
    public Markup() {
        this(UnaryOperator.identity());
    }

    /** @param words makes of text what a person reads, such as names out of identifiers */
    public Markup(UnaryOperator<String> words) {
        this.words = words;
    }

    /** Escaped for text and for attributes in double quotes; signs that are not seen are shown, and others that XML does not allow become a replacement character. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (c <= Character.MAX_VALUE && Unseen.is((char) c)) {
                        escaped.append(Unseen.shown((char) c));
                    } else {
                        escaped.appendCodePoint(allowed(c) ? c : 0xfffd);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return c == '\n'
                || c == '\t'
                || (c >= 0x20 && c < 0x7f)
                || (c >= 0xa0 && c < 0xd800)
                || (c > 0xdfff && c < 0xfffe)
                || c > 0xffff;
    }

    /** Every page says that Holdfast made it, by which it knows that it may write over it. */
    public static final String MADE_BY_HOLDFAST = "<meta name=\"generator\" content=\"holdfast\"/>";

    /** The head of a page that loads nothing from anywhere and runs nothing, and the start of what it says. */
    public Markup head(String title, HouseStyle.Sheet sheet, String style) {
        raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n" + MADE_BY_HOLDFAST + "\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<meta name=\"color-scheme\" content=\"light dark\"/>\n");
        element("title", title);
        return raw(HouseStyle.elements(sheet, style) + "</head>\n<body>\n<main>\n");
    }

    /** The end of the page, and all of it. */
    public String end() {
        return raw("</main>\n</body>\n</html>\n").toString();
    }

    /** Markup that is already whole. */
    public Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    public Markup text(String text) {
        out.append(escape(words.apply(text)));
        return this;
    }

    /** {@code attributes} are names and values in turn; numbers are written with at most one decimal. */
    public Markup open(String tag, Object... attributes) {
        start(tag, attributes);
        out.append('>');
        return this;
    }

    public Markup close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    public Markup empty(String tag, Object... attributes) {
        start(tag, attributes);
        out.append("/>\n");
        return this;
    }

    /** An element that holds nothing but text. In a paragraph or a point, what stands in backticks is to be typed or stands so in a file, and is shown as such. */
    public Markup element(String tag, String text, Object... attributes) {
        open(tag, attributes);
        return (PROSE.contains(tag) ? prose(text) : text(text)).close(tag);
    }

    private static final Set<String> PROSE = Set.of("p", "li", "dd");

    private Markup prose(String text) {
        String said = words.apply(text);
        String[] parts = said.split("`", -1);
        if (parts.length % 2 == 0) {
            return raw(escape(said));
        }
        for (int i = 0; i < parts.length; i++) {
            raw(i % 2 == 0 ? escape(parts[i]) : "<code>" + escape(parts[i]) + "</code>");
        }
        return this;
    }

    private void start(String tag, Object... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i].toString(), attributes[i + 1]);
        }
    }

    /** One more attribute of an element whose start is still open. */
    Markup attribute(String name, Object value) {
        out.append(' ').append(name).append("=\"").append(value(value)).append('"');
        return this;
    }

    private static String value(Object value) {
        return value instanceof Double d ? number(d) : escape(value.toString());
    }

    private static String number(double d) {
        String text = String.format(Locale.ROOT, "%.1f", d);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
