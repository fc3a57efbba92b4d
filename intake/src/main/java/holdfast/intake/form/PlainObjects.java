package holdfast.intake.form;

import holdfast.intake.rows.Row;
import holdfast.intake.value.Signs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects that are plain: members that came before, with texts in which nothing is escaped, numbers in digits, {@code true}, {@code false}, {@code null}, or such objects again. Where their
 * cells stand is found without taking anything out of the line; every other object, and everything that is wrong, is for a parser of JSON.
 */
final class PlainObjects {
    private static final int LONGEST = 1 << 15;
    private static final int LONGEST_NUMBER = 100;
    private static final int DEEPEST = 4;
    private static final int ODD = -1;

    /** A member of an object under that path; it holds a value, in a column, or an object, of which the path is known. */
    private record Member(int path, String name, int column, int inner) {}

    private final List<String> paths = new ArrayList<>(List.of(""));
    private @Nullable Member[] members = new Member[64];
    private int memberCount;

    private int[] from = new int[64];
    private int[] to = new int[64];
    private boolean blank;
    private boolean beyond;

    private char[] text = new char[0];
    private int end;

    /** From now on this member is one that came before. */
    void learn(String path, String name, int column) {
        add(new Member(pathOf(path), name, column, -1));
    }

    private int pathOf(String path) {
        int known = paths.indexOf(path);
        if (known >= 0) {
            return known;
        }
        paths.add(path);
        int index = paths.size() - 1;
        int before = path.lastIndexOf('.', path.length() - 2) + 1;
        add(new Member(pathOf(path.substring(0, before)), path.substring(before, path.length() - 1), -1, index));
        return index;
    }

    private void add(Member member) {
        if (memberCount * 2 >= members.length) {
            Member[] before = members;
            members = new Member[before.length * 2];
            Arrays.stream(before).filter(m -> m != null).forEach(this::put);
        }
        put(member);
        memberCount++;
    }

    private void put(Member member) {
        char[] name = member.name.toCharArray();
        int slot = slot(member.path, name, 0, name.length);
        while (members[slot] != null) {
            slot = slot + 1 & members.length - 1;
        }
        members[slot] = member;
    }

    private int slot(int path, char[] signs, int first, int stop) {
        int hash = path;
        for (int i = first; i < stop; i++) {
            hash = 31 * hash + signs[i];
        }
        return (hash ^ hash >>> 7 ^ hash >>> 15) & members.length - 1;
    }

    private @Nullable Member member(int path, int first, int stop) {
        int slot = slot(path, text, first, stop);
        for (Member member = members[slot]; member != null; member = members[slot]) {
            if (member.path == path && Signs.are(member.name, text, first, stop)) {
                return member;
            }
            slot = slot + 1 & members.length - 1;
        }
        return null;
    }

    /** Whether there is a plain object and nothing else; if so, its cells are known. */
    boolean read(char[] line, int first, int stop, int columns) {
        if (columns == 0 || stop - first > LONGEST || line[first] != '{') {
            return false;
        }
        if (from.length < columns) {
            from = new int[columns * 2];
            to = new int[columns * 2];
        }
        // No cell begins before the object, so that none is given yet.
        Arrays.fill(from, 0, columns, ODD);
        Arrays.fill(to, 0, columns, 0);
        text = line;
        end = stop;
        blank = false;
        beyond = false;
        int behind = object(first + 1, 0, 0);
        if (behind == ODD || blanks(behind) != end) {
            return false;
        }
        for (int i = 0; i < columns; i++) {
            from[i] = Math.max(from[i], 0);
        }
        return true;
    }

    /** Behind the object whose brace has been opened; {@link #ODD} if it is not plain. */
    private int object(int first, int path, int depth) {
        int at = blanks(first);
        while (at < end && text[at] == '"') {
            int close = closing(at + 1);
            int colon = close == ODD ? ODD : blanks(close + 1);
            if (colon == ODD || colon >= end || text[colon] != ':') {
                return ODD;
            }
            Member member = member(path, at + 1, close);
            int behind = member == null ? ODD : value(blanks(colon + 1), member, depth);
            at = behind == ODD ? end : blanks(behind);
            if (at < end && text[at] == '}') {
                return at + 1;
            }
            if (at >= end || text[at] != ',') {
                return ODD;
            }
            at = blanks(at + 1);
        }
        return ODD;
    }

    private int value(int at, Member member, int depth) {
        if (at >= end) {
            return ODD;
        }
        char c = text[at];
        if (c == '{') {
            return member.inner < 0 || depth == DEEPEST ? ODD : object(at + 1, member.inner, depth + 1);
        }
        if (member.column < 0 || from[member.column] != ODD) {
            return ODD;
        }
        boolean quoted = c == '"';
        int first = quoted ? at + 1 : at;
        int stop = quoted ? closing(first) : c == '-' || isDigit(at) ? number(at) : word(at);
        if (stop == ODD) {
            return ODD;
        }
        from[member.column] = first;
        to[member.column] = !quoted && c == 'n' ? first : stop;
        return quoted ? stop + 1 : stop;
    }

    /** Where the quote stands that ends a text; {@link #ODD} if something in it is not plain. */
    private int closing(int first) {
        for (int at = first; at < end; at++) {
            char c = text[at];
            if (c == '"') {
                return at;
            }
            if (c < ' ' || c == '\\') {
                return ODD;
            }
            blank |= c == ' ';
            beyond |= c >= 0x7f;
        }
        return ODD;
    }

    private int number(int first) {
        int at = text[first] == '-' ? first + 1 : first;
        int whole = at;
        at = digits(at);
        boolean zeros = at > whole + 1 && text[whole] == '0';
        if (at == whole || zeros) {
            return ODD;
        }
        if (at < end && text[at] == '.') {
            int point = at;
            at = digits(at + 1);
            if (at == point + 1) {
                return ODD;
            }
        }
        // What follows shows whether it is a number of another form, too.
        return at - first > LONGEST_NUMBER || !isBehindValue(at) ? ODD : at;
    }

    private int digits(int first) {
        int at = first;
        while (isDigit(at)) {
            at++;
        }
        return at;
    }

    private boolean isDigit(int at) {
        return at < end && text[at] >= '0' && text[at] <= '9';
    }

    private int word(int first) {
        for (String word : List.of("null", "true", "false")) {
            int stop = first + word.length();
            if (stop <= end && Signs.are(word, text, first, stop) && isBehindValue(stop)) {
                return stop;
            }
        }
        return ODD;
    }

    private boolean isBehindValue(int at) {
        return at < end && (text[at] == ',' || text[at] == '}' || text[at] == ' ');
    }

    private int blanks(int first) {
        int at = first;
        while (at < end && text[at] == ' ') {
            at++;
        }
        return at;
    }

    /** Hands the cells that were found to a row. */
    void fill(Row row, long line, int columns) {
        row.lent(line, text, from, to, columns);
        row.holds(blank, true, beyond);
    }
}
