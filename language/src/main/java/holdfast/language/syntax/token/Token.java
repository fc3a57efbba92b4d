package holdfast.language.syntax.token;

import holdfast.language.diagnostic.Place;
import holdfast.language.document.FormalBlock;

/**
 * A word of a formal block.
 *
 * @param text what it says: as written, save that dates, quotation marks, letters and lettered sub-paragraphs have one form; quotation marks included
 * @param written as it stands in the document
 * @param line one-based line in the file
 * @param column one-based column in UTF-16 units
 * @param startsLine whether it is the first on its line
 */
public record Token(
        Kind kind, String text, String written, FormalBlock block, int line, int column, boolean startsLine) {
    public enum Kind {
        WORD,
        /** A capital letter, perhaps with digits. */
        VARIABLE,
        NUMBER,
        /** The id of a clause that cannot be a number: {@code 2.2a}, {@code 1.2.3}, {@code annex.2}. */
        CLAUSE,
        DATE,
        /** A time of day. */
        TIME,
        /** A date and a time of day in one word. */
        INSTANT,
        TEXT,
        COMMA,
        OPEN,
        CLOSE,
        COLON,
        EQUALS,
        /** From {@code --} to the end of the line. */
        COMMENT
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** Whether it can stand where the id of a clause or article does. */
    public boolean isClauseId() {
        return kind == Kind.CLAUSE || (kind == Kind.NUMBER && text.indexOf('_') < 0 && text.charAt(0) != '-');
    }

    /** What stands between the quotation marks of a text. */
    public String content() {
        boolean closed = text.length() > 1 && text.endsWith("\"");
        return text.substring(1, closed ? text.length() - 1 : text.length());
    }

    public Place.InText place() {
        return block.place(line, column, written.length());
    }

    /** A word that stands for everything from here to the end of {@code last}, such as a date of three words. */
    public Token spanning(Kind one, String meaning, Token last) {
        int length = through(last).length();
        String line = block.source().line(this.line);
        int end = Math.min(line.length(), column - 1 + length);
        return new Token(one, meaning, line.substring(column - 1, end), block, this.line, column, startsLine);
    }

    /** From here to the end of {@code last}, or to the end of the line where {@code last} is on another. */
    public Place.InText through(Token last) {
        int end = last.line == line
                ? last.column + last.written.length()
                : block.source().line(line).stripTrailing().length() + 1;
        return block.place(line, column, Math.max(written.length(), end - column));
    }

    /** Just behind this token. */
    public Place.InText behind() {
        return block.place(line, column + written.length(), 1);
    }
}
