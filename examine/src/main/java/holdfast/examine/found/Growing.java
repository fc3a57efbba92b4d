package holdfast.examine.found;

import java.util.List;

/** A bound that can grow, in the order in which they do. */
public enum Growing {
    DEFECTORS("defectors"),
    EVASIONS("evasions"),
    REQUESTS("requests"),
    HELP("help");

    /** Those that grow though nobody asks for it: how many guarantors defect is what is asked, and not how deep one looks. */
    public static final List<Growing> BY_THEMSELVES = List.of(EVASIONS, REQUESTS, HELP);

    private final String title;

    Growing(String title) {
        this.title = title;
    }

    /** As {@code --bounds} calls it. */
    public String title() {
        return title;
    }

    public int in(Bounds bounds) {
        return switch (this) {
            case DEFECTORS -> bounds.defectors();
            case EVASIONS -> bounds.evasions();
            case REQUESTS -> bounds.requests();
            case HELP -> bounds.help();
        };
    }

    /** These bounds, with this one larger by one. */
    public Bounds grown(Bounds b) {
        return new Bounds(
                b.defectors() + (this == DEFECTORS ? 1 : 0),
                b.evasions() + (this == EVASIONS ? 1 : 0),
                b.requests() + (this == REQUESTS ? 1 : 0),
                b.help() + (this == HELP ? 1 : 0),
                b.readings(),
                b.horizon(),
                b.work());
    }
}
