package holdfast.cli.output;

import holdfast.language.diagnostic.Suggestion;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What to say of a command line that is no command: which word it is, and what was probably meant. */
public final class Misunderstood {
    /** What other tools call the same. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("validate", "check"),
            Map.entry("verify", "check"),
            Map.entry("lint", "check"),
            Map.entry("test", "check"),
            Map.entry("parse", "check"),
            Map.entry("compile", "check"),
            Map.entry("analyse", "examine"),
            Map.entry("analyze", "examine"),
            Map.entry("prove", "examine"),
            Map.entry("run", "replay"),
            Map.entry("simulate", "replay"),
            Map.entry("play", "replay"),
            Map.entry("status", "replay"),
            Map.entry("compare", "diff"),
            Map.entry("why", "explain"),
            Map.entry("summary", "brief"),
            Map.entry("map", "territory"),
            Map.entry("maps", "territory"),
            Map.entry("import", "mapping"),
            Map.entry("convert", "records"),
            Map.entry("format", "fmt"));

    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("T", "2026-03-01"),
            Map.entry("D", "2026-03-01"),
            Map.entry("L", "2026-03-01"),
            Map.entry("R", "reports.csv"),
            Map.entry("M", "reports.mapping.md"),
            Map.entry("DATE", "2026-03-01"),
            Map.entry("DAY", "2026-03-01"),
            Map.entry("ID", "2.1"),
            Map.entry("FILE", "agreement.md"),
            Map.entry("TABLE", "reports.csv"),
            Map.entry("OLD", "first.md"),
            Map.entry("NEW", "second.md"));

    private Misunderstood() {}

    public static int say(CommandLine.ParameterException e, CommandLine command) {
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        Optional<String> said = switch (e) {
            case CommandLine.UnmatchedArgumentException unmatched -> unmatched(unmatched, command, name);
            case CommandLine.MissingParameterException missing -> missing(missing, name);
            default -> Optional.empty();
        };
        String message = String.valueOf(e.getMessage());
        err.println(
                "holdfast: " + said.orElseGet(() -> Character.toLowerCase(message.charAt(0)) + message.substring(1)));
        err.println("  help: `" + name + " --help` says what there is");
        return Refusal.USAGE;
    }

    private static Optional<String> unmatched(
            CommandLine.UnmatchedArgumentException e, CommandLine command, String name) {
        List<String> words = e.getUnmatched();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String word = words.getFirst();
        if (word.startsWith("-")) {
            String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            List<String> known = command.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .toList();
            return Optional.of("`" + name + "` has no option `" + option + "`"
                    + meant(option, known)
                            .map(o -> "; did you mean `" + o + "`?")
                            .orElse(""));
        }
        if (!command.getSubcommands().isEmpty()) {
            return Optional.of(noCommand(word, words, command));
        }
        if (isFile(word) && command.getCommandSpec().findOption("--records") != null) {
            String option = word.endsWith(".md") ? "--mapping" : "--records";
            return Optional.of("nothing says what `" + word + "` is for; say `" + option + " " + word + "`");
        }
        return Optional.of("`" + word + "` is one word too many for `" + name + "`"
                + (word.contains(" ") ? "" : "; a name with blanks stands in quotes, and a value behind its option"));
    }

    private static String noCommand(String word, List<String> words, CommandLine command) {
        if (isFile(word)) {
            return "nothing says what to do with `" + word + "`; say `holdfast check " + word
                    + "`, or another command before it";
        }
        List<String> commands = new ArrayList<>(command.getSubcommands().keySet());
        String rest = words.size() > 1 ? " " + words.get(1) : "";
        return "`" + word + "` is no command"
                + Optional.ofNullable(SYNONYMS.get(word.toLowerCase(java.util.Locale.ROOT)))
                        .or(() -> Suggestion.nearest(word, commands))
                        .map(c -> "; did you mean `holdfast " + c + rest + "`?")
                        .orElse("; there is " + Suggestion.list(commands));
    }

    private static boolean isFile(String word) {
        try {
            return Files.exists(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** {@code --asof} and {@code --as_of} are meant as {@code --as-of}, {@code -n} as {@code --now} if no other begins so. */
    private static Optional<String> meant(String option, List<String> known) {
        String plain = plain(option);
        List<String> begun =
                known.stream().filter(o -> plain(o).startsWith(plain)).toList();
        return known.stream()
                .filter(o -> plain(o).equals(plain))
                .findFirst()
                .or(() -> begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty())
                .or(() -> Suggestion.nearest(option, known));
    }

    private static String plain(String option) {
        return option.replaceAll("[-_\u2013\u2014]", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static Optional<String> missing(CommandLine.MissingParameterException e, String name) {
        if (e.getMissing() == null || e.getMissing().size() != 1) {
            return Optional.empty();
        }
        ArgSpec missing = e.getMissing().getFirst();
        String label = missing.paramLabel().replaceAll("[^A-Za-z.]", "");
        String example = EXAMPLES.getOrDefault(label, label);
        return Optional.of(
                missing instanceof OptionSpec option
                        ? (option.required() && String.valueOf(e.getMessage()).startsWith("Missing required option")
                                        ? "`" + name + "` needs `" + option.longestName() + "`"
                                        : "`" + option.longestName() + "` needs a value")
                                + ", as in `" + option.longestName() + " " + example + "`"
                        : "`" + name + "` needs a file, as in `" + name + (label.equals("NEW") ? " first.md" : "") + " "
                                + example + "`");
    }
}
