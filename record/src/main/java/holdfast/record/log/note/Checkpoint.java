package holdfast.record.log.note;

import holdfast.record.log.tree.Hash;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log says of its tree ({@code tlog-checkpoint}): the text of a note.
 *
 * @param origin the name of the log
 * @param extensions further lines, of which witnesses say nothing; as a rule none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.indexOf('\n') >= 0 || size < 0) {
            throw new IllegalArgumentException("no checkpoint: origin `" + origin + "`, size " + size);
        }
        if (extensions.stream().anyMatch(line -> line.isEmpty() || line.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("an extension is one line that is not empty");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty() || lines[0].isEmpty()) {
            throw new NotANote("a checkpoint has at least three lines: origin, size and root");
        }
        Hash root = Hash.parse(lines[2])
                .orElseThrow(
                        () -> new NotANote("line 3: found `" + lines[2] + "`, expected a root of 32 bytes in base64"));
        List<String> extensions = List.of(lines).subList(3, lines.length - 1);
        if (extensions.contains("")) {
            throw new NotANote("an empty line stands in the checkpoint's text");
        }
        return new Checkpoint(lines[0], size(lines[1]), root, extensions);
    }

    /** A size as it must be written: decimal, without zeros before it. */
    public static long size(String text) {
        try {
            if (SIZE.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            // More than a long can hold: refused below like any other that is none.
        }
        throw new NotANote("found `" + text + "`, expected a size in decimal");
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n').append(size).append('\n').append(root).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
