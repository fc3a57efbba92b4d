package holdfast.report.daily;

/** What became of a monitor on the ground. */
public enum Meeting {
    DENIED("access denied"),
    LET_IN("access granted"),
    THERE("watched or patrolled");

    private final String words;

    Meeting(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
