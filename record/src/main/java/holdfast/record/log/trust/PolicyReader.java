package holdfast.record.log.trust;

import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemCode;
import holdfast.language.diagnostic.Severity;
import holdfast.record.log.note.NotANote;
import holdfast.record.log.note.NoteVerifier;
import holdfast.record.log.note.SignatureType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a policy, C2SP's `tlog-policy`. A line that is wrong is reported, and the next one is read. */
public final class PolicyReader {
    private static final Pattern BETWEEN = Pattern.compile("[ \t]+");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,3}");
    private static final String FORMS =
            "`log KEY`, `witness NAME KEY ADDRESS`, `group NAME 2 NAME NAME NAME`" + " or `quorum NAME`";

    /** @param policy empty where there are problems */
    public record Parsed(Optional<Policy> policy, List<Problem> problems) {}

    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String expected;
        private final String help;

        Wrong(String found, String expected, String help) {
            super(found);
            this.expected = expected;
            this.help = help;
        }
    }

    private enum Code implements ProblemCode {
        POLICY;

        @Override
        public String label() {
            return "";
        }
    }

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Policy.Log> logs = new ArrayList<>();
    private final List<Policy.Witness> witnesses = new ArrayList<>();
    private final List<Policy.Group> groups = new ArrayList<>();
    private final Map<String, Integer> lineOf = new HashMap<>();
    private final Map<String, String> groupOf = new HashMap<>();
    private Optional<String> quorum = Optional.empty();
    private int quorumLine;
    private int line;

    private PolicyReader(String file) {
        this.file = file;
    }

    /** @param file as the user named it */
    public static Parsed read(String file, byte[] bytes) {
        return new PolicyReader(file).read(bytes);
    }

    private Parsed read(byte[] bytes) {
        for (String text : decoded(bytes).split("\r?\n", -1)) {
            line++;
            List<String> words =
                    Arrays.stream(BETWEEN.split(text)).filter(w -> !w.isEmpty()).toList();
            if (!words.isEmpty() && !words.getFirst().startsWith("#")) {
                try {
                    statement(words);
                } catch (Wrong wrong) {
                    problem(Place.inTable(file, Place.Counted.LINES, line, ""), wrong);
                }
            }
        }
        if (problems.isEmpty() && quorumLine == 0) {
            problem(
                    new Place.WholeFile(file),
                    new Wrong(
                            "no line says who must have cosigned",
                            "one line `quorum NAME`",
                            "name a witness or a group in it, or write `quorum none` if nobody must"));
        }
        return new Parsed(
                problems.isEmpty() ? Optional.of(new Policy(logs, witnesses, groups, quorum)) : Optional.empty(),
                List.copyOf(problems));
    }

    private String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            problem(
                    new Place.WholeFile(file),
                    new Wrong("this is no text in UTF-8", "lines such as " + FORMS, "save it as plain text in UTF-8"));
            return "";
        }
    }

    private void problem(Place place, Wrong wrong) {
        String found = wrong.getMessage() == null ? "" : wrong.getMessage();
        problems.add(new Problem(Code.POLICY, Severity.ERROR, place, found, wrong.expected, wrong.help));
    }

    private void statement(List<String> words) {
        switch (words.getFirst()) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default ->
                throw new Wrong(
                        "`" + words.getFirst() + "`",
                        FORMS,
                        "begin the line with one of these words, or with `#` if it is a remark");
        }
    }

    private void log(List<String> words) {
        length(words, 2, 3, "`log KEY` or `log KEY ADDRESS`");
        NoteVerifier key = key(words.get(1));
        if (key.type() == SignatureType.ED25519_COSIGNATURE) {
            throw new Wrong(
                    "the key of `" + key.name() + "` is a witness's",
                    "the key of a log",
                    "write `witness NAME KEY`, or take the key that the log's owner hands out");
        }
        unique(key, logs.stream().map(Policy.Log::key).toList(), "log");
        logs.add(new Policy.Log(key, address(words, 2)));
    }

    private void witness(List<String> words) {
        length(words, 3, 4, "`witness NAME KEY` or `witness NAME KEY ADDRESS`");
        NoteVerifier key = key(words.get(2));
        if (key.type() == SignatureType.ED25519) {
            throw new Wrong(
                    "the key of `" + key.name() + "` is a log's",
                    "the key of a witness",
                    "take the key that the witness shows when it starts");
        }
        unique(key, witnesses.stream().map(Policy.Witness::key).toList(), "witness");
        name(words.get(1));
        witnesses.add(new Policy.Witness(words.get(1), key, address(words, 3)));
    }

    private void group(List<String> words) {
        length(words, 4, Integer.MAX_VALUE, "`group NAME 2 NAME NAME NAME`, with a number, `all` or `any`");
        List<String> members = words.subList(3, words.size());
        int threshold = threshold(words.get(2), members.size());
        Set<String> once = new HashSet<>();
        for (String member : members) {
            known(member);
            String other = once.add(member) ? groupOf.get(member) : words.get(1);
            if (other != null) {
                throw new Wrong(
                        "`" + member + "` is a member of the group `" + other + "` already",
                        "each name in one group, once",
                        "leave it with one group, so that nobody counts twice");
            }
        }
        name(words.get(1));
        members.forEach(member -> groupOf.put(member, words.get(1)));
        groups.add(new Policy.Group(words.get(1), threshold, members));
    }

    private static int threshold(String word, int members) {
        int threshold = switch (word) {
            case "all" -> members;
            case "any" -> 1;
            default -> COUNT.matcher(word).matches() ? Integer.parseInt(word) : 0;
        };
        if (threshold < 1 || threshold > members) {
            throw new Wrong(
                    "`" + word + "` of " + members + (members == 1 ? " member" : " members"),
                    "a number from 1 to " + members + ", `all` or `any`",
                    "say how many of the members must have cosigned");
        }
        return threshold;
    }

    private void quorum(List<String> words) {
        length(words, 2, 2, "`quorum NAME` or `quorum none`");
        if (quorumLine > 0) {
            throw new Wrong(
                    "a second quorum; the first stands in line " + quorumLine, "one quorum", "take one of the two out");
        }
        // Even if the name is wrong: the mend is then in this line, and not in one more.
        quorumLine = line;
        if (!words.get(1).equals("none")) {
            known(words.get(1));
            quorum = Optional.of(words.get(1));
        }
    }

    private static void length(List<String> words, int least, int most, String form) {
        if (words.size() < least || words.size() > most) {
            throw new Wrong(
                    words.size() + " words",
                    form,
                    words.size() < least ? "add what is missing" : "take out what is too much; a name has no spaces");
        }
    }

    private static NoteVerifier key(String word) {
        try {
            return NoteVerifier.parse(word);
        } catch (NotANote e) {
            throw new Wrong(
                    e.getMessage() == null ? "" : e.getMessage(),
                    "a key as its owner hands it out",
                    "copy the key again, whole");
        }
    }

    private static void unique(NoteVerifier key, List<NoteVerifier> before, String what) {
        if (before.stream().anyMatch(key::hasKeyOf)) {
            throw new Wrong(
                    "the key of `" + key.name() + "` is named twice",
                    "each " + what + " once",
                    "take one of the two lines out, so that nobody counts twice");
        }
    }

    private static Optional<String> address(List<String> words, int at) {
        if (words.size() <= at) {
            return Optional.empty();
        }
        String address = words.get(at);
        if (!address.startsWith("http://") && !address.startsWith("https://")) {
            throw new Wrong(
                    "`" + address + "`",
                    "an address that begins with http:// or https://",
                    "write it with its beginning");
        }
        return Optional.of(address);
    }

    private void name(String name) {
        if (name.equals("none")) {
            throw new Wrong("the name `none`", "another name", "`none` means that nobody must have cosigned");
        }
        Integer first = lineOf.putIfAbsent(name, line);
        if (first != null) {
            throw new Wrong(
                    "`" + name + "` is named in line " + first + " already", "each name once", "take another name");
        }
    }

    private void known(String name) {
        if (!lineOf.containsKey(name)) {
            throw new Wrong(
                    "`" + name + "` is not named above",
                    lineOf.isEmpty()
                            ? "a witness or a group that stands above"
                            : "one of "
                                    + String.join(
                                            ", ",
                                            lineOf.keySet().stream().sorted().toList()),
                    "mind the spelling; a witness stands before the group that names it");
        }
    }
}
