package holdfast.report.page;

import java.util.regex.Pattern;

/** A word of a command that a user may copy into a shell. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=][A-Za-z0-9_./:@%+,=-]*");

    private ShellWord() {}

    /** The word itself, in quotes where a shell would make something else of it. */
    public static String of(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
