package holdfast.cli;

import holdfast.cli.agreement.ShippedAgreements;
import holdfast.cli.agreement.ShippedNames;
import holdfast.cli.follow.FollowRun;
import holdfast.cli.output.Misunderstood;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.output.StandardOutput;
import holdfast.cli.output.Terminal;
import holdfast.cli.output.Version;
import holdfast.cli.output.VisibleWriter;
import holdfast.cli.record.Around;
import holdfast.cli.record.RecordCommand;
import holdfast.cli.record.WitnessCommand;
import holdfast.cli.serve.ServeCommand;
import holdfast.report.page.Page;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code holdfast} command. */
@Command(
        name = "holdfast",
        description =
                "Says how an agreement can fail before it is signed, and replays what happened over what it says.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Main.VersionLine.class,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all is well",
            "1:something was found: problems in a text, in records or in maps, a scenario that fails",
            "2:the command was not understood, or a file is missing"
        },
        footer = {"", "`holdfast` alone lists the agreements that come with it and what can be done with them."})
public final class Main implements Runnable {
    /** Something broke inside Holdfast: the user cannot mend it. */
    static final int BROKEN = 70;

    /** As the help lists them, each by the name that stands over its class. */
    static final SequencedMap<String, Class<?>> COMMANDS = commands(
            Map.entry("new", NewCommand.class),
            Map.entry("draft", DraftCommand.class),
            Map.entry("check", CheckCommand.class),
            Map.entry("read", ReadCommand.class),
            Map.entry("examine", ExamineCommand.class),
            Map.entry("brief", BriefCommand.class),
            Map.entry("replay", ReplayCommand.class),
            Map.entry("due", DueCommand.class),
            Map.entry("report", ReportCommand.class),
            Map.entry("readiness", ReadinessCommand.class),
            Map.entry("diff", DiffCommand.class),
            Map.entry("explain", ExplainCommand.class),
            Map.entry("territory", TerritoryCommand.class),
            Map.entry("match", MatchCommand.class),
            Map.entry("records", RecordsCommand.class),
            Map.entry("record", RecordCommand.class),
            Map.entry("serve", ServeCommand.class),
            Map.entry("witness", WitnessCommand.class),
            Map.entry("mapping", MappingCommand.class),
            Map.entry("fmt", FmtCommand.class),
            Map.entry("export", ExportCommand.class),
            Map.entry("completion", CompletionCommand.class));

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "where Holdfast itself fails, show the trace to put in a report")
    boolean debug;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final ShippedAgreements shipped;
    private final Looks looks;

    /** Read only where a moment is given as {@code now}, {@code today} and the like. */
    private final InstantSource clock;

    /**
     * What the command knows of its surroundings.
     *
     * @param colours whether reports may be coloured
     * @param progress whether somebody watches standard error
     */
    record Looks(boolean colours, boolean progress) {}

    Main(ShippedAgreements shipped, Looks looks) {
        this(shipped, looks, InstantSource.system());
    }

    Main(ShippedAgreements shipped, Looks looks, InstantSource clock) {
        this.shipped = shipped;
        this.looks = looks;
        this.clock = clock;
    }

    public static void main(String[] args) {
        System.exit(onStandardOutput(args));
    }

    /** What a process does that is a command, except that it goes on. */
    static int onStandardOutput(String... args) {
        // Neither digits nor the order of letters may hang on where the command runs.
        Locale.setDefault(Locale.ROOT);
        Main main = new Main(ShippedAgreements.here(), new Looks(Terminal.colours(), Terminal.errorIsTerminal()));
        Page.fit(() -> Terminal.columns().orElse(Page.WIDTH));
        StandardOutput standard = new StandardOutput();
        PrintWriter out = new PrintWriter(standard, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = main.execute(out, err, args);
        out.flush();
        err.flush();
        return standard.status(status, err);
    }

    /** Runs the command in this process; nothing is thrown. */
    int execute(PrintWriter out, PrintWriter err, String... args) {
        PrintWriter said = new PrintWriter(new VisibleWriter(out, looks.colours()));
        PrintWriter remarked = new PrintWriter(new VisibleWriter(err, looks.colours()), true);
        CommandLine line = commandLine(args).setOut(said).setErr(remarked);
        try {
            return line.execute(args);
        } catch (Error e) {
            return broken(e, remarked);
        } finally {
            said.flush();
            remarked.flush();
        }
    }

    private CommandLine commandLine(String... args) {
        CommandLine line = new CommandLine(this, new Commands(this));
        asked(args).forEach(line::addSubcommand);
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command.getErr()));
        line.setParameterExceptionHandler((e, _) -> Misunderstood.say(e, e.getCommandLine()));
        line.setUsageHelpWidth(100);
        line.setUsageHelpAutoWidth(false);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return line;
    }

    /**
     * The command alone that the first word names: to read the options of all takes longer than many of them run. All where
     * the first word is none, and where all are to be listed.
     */
    private static Collection<Class<?>> asked(String... args) {
        @Nullable Class<?> named = args.length == 0 ? null : COMMANDS.get(args[0]);
        return named == null || named == CompletionCommand.class ? COMMANDS.values() : List.of(named);
    }

    @SafeVarargs
    private static SequencedMap<String, Class<?>> commands(Map.Entry<String, Class<?>>... commands) {
        SequencedMap<String, Class<?>> named = new LinkedHashMap<>();
        for (Map.Entry<String, Class<?>> command : commands) {
            named.put(command.getKey(), command.getValue());
        }
        return named;
    }

    /** Makes the commands, which need their surroundings. */
    private record Commands(Main main) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            Object made = switch (type.getSimpleName()) {
                case "CheckCommand" -> new CheckCommand(main);
                case "ReadCommand" -> new ReadCommand(main);
                case "BriefCommand" -> new BriefCommand(main);
                case "ExamineCommand" -> new ExamineCommand(main);
                case "ReplayCommand" -> new ReplayCommand(main);
                case "DueCommand" -> new DueCommand(main);
                case "ReportCommand" -> new ReportCommand(main);
                case "ReadinessCommand" -> new ReadinessCommand(main);
                case "DiffCommand" -> new DiffCommand(main);
                case "ExplainCommand" -> new ExplainCommand(main);
                case "TerritoryCommand" -> new TerritoryCommand(main);
                case "MatchCommand" -> new MatchCommand(main);
                case "RecordsCommand" -> new RecordsCommand(main);
                case "ServeCommand" -> new ServeCommand(main.around());
                case "ExportCommand" -> new ExportCommand(main);
                case "FmtCommand" -> new FmtCommand(main);
                case "ShippedNames" -> new ShippedNames(main.shipped);
                default -> {
                    Optional<Object> ofRecord = RecordCommand.make(type, main.around());
                    yield ofRecord.isPresent()
                            ? ofRecord.get()
                            : CommandLine.defaultFactory().create(type);
                }
            };
            return type.cast(made);
        }
    }

    @Override
    public void run() {
        spec.commandLine().getOut().print(Welcome.text(shipped, looks.colours()));
    }

    ShippedAgreements shipped() {
        return shipped;
    }

    Looks looks() {
        return looks;
    }

    InstantSource clock() {
        return clock;
    }

    private Around around() {
        return new Around(shipped, clock, this::progress);
    }

    /** How a command waits that goes on. */
    FollowRun.Pause pause() {
        return millis -> {
            try {
                Thread.sleep(millis);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    ProgressLine progress(PrintWriter err) {
        return new ProgressLine(err, looks.progress(), () -> System.nanoTime() / 1_000_000);
    }

    private int failed(Exception e, PrintWriter err) {
        if (e instanceof Refusal refusal) {
            err.println(refusal.text());
            return refusal.status();
        }
        return broken(e, err);
    }

    private int broken(Throwable e, PrintWriter err) {
        String what =
                e instanceof OutOfMemoryError ? "out of memory" : e.getClass().getSimpleName() + said(e);
        err.println("holdfast: something went wrong inside Holdfast (" + what + "); please report it");
        if (debug) {
            e.printStackTrace(err);
        } else {
            err.println("  help: the same command with --debug shows the trace to put in the report");
        }
        return BROKEN;
    }

    private static String said(Throwable e) {
        return e.getMessage() == null || e.getMessage().isBlank()
                ? ""
                : ": " + e.getMessage().lines().findFirst().orElse("");
    }

    static final class VersionLine implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"holdfast " + Version.text()};
        }
    }
}
