package holdfast.server.json;

import holdfast.server.room.Reached;
import java.util.List;
import java.util.Optional;

/** What was asked is not done, and why: RFC 9457 puts it into JSON. */
public final class Refused extends RuntimeException {
    private final int status;
    private final String help;
    private final transient List<String> problems;
    private final transient Optional<Reached> reading;

    /**
     * @param status of HTTP
     * @param what in the words of the command
     * @param help the mend; may be empty
     */
    public Refused(int status, String what, String help) {
        this(status, what, help, List.of());
    }

    /** @param problems one by one, each with its place */
    public Refused(int status, String what, String help, List<String> problems) {
        this(status, what, help, problems, Optional.empty());
    }

    private Refused(int status, String what, String help, List<String> problems, Optional<Reached> reading) {
        super(what);
        this.status = status;
        this.help = help;
        this.problems = List.copyOf(problems);
        this.reading = reading;
    }

    /** It is not answered yet, and will be. */
    public static Refused stillReading(String what, Reached reached) {
        return new Refused(
                503,
                what,
                "ask again in a moment: what the text says is concluded from the whole record, and not from a part of it",
                List.of(),
                Optional.of(reached));
    }

    public int status() {
        return status;
    }

    public String help() {
        return help;
    }

    public List<String> problems() {
        return problems;
    }

    /** How far the record has been read, where that is why. */
    public Optional<Reached> reading() {
        return reading;
    }
}
