package holdfast.server.api;

import java.util.List;

/** What was asked is not done, and why: RFC 9457 puts it into JSON. */
final class Refused extends RuntimeException {
    private final int status;
    private final String help;
    private final transient List<String> problems;

    /**
     * @param status of HTTP
     * @param what in the words of the command
     * @param help the mend; may be empty
     */
    Refused(int status, String what, String help) {
        this(status, what, help, List.of());
    }

    /** @param problems one by one, each with its place */
    Refused(int status, String what, String help, List<String> problems) {
        super(what);
        this.status = status;
        this.help = help;
        this.problems = List.copyOf(problems);
    }

    int status() {
        return status;
    }

    String help() {
        return help;
    }

    List<String> problems() {
        return problems;
    }
}
