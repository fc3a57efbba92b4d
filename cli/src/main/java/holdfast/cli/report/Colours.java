package holdfast.cli.report;

import holdfast.engine.Status;

/** Colour where a terminal shows it; nothing is said by colour alone. */
public enum Colours {
    ON,
    OFF;

    private static final String RESET = "\u001b[0m";

    public String heading(String text) {
        return paint("\u001b[1m", text);
    }

    public String faint(String text) {
        return paint("\u001b[2m", text);
    }

    public String removed(String text) {
        return paint("\u001b[31m", text);
    }

    public String added(String text) {
        return paint("\u001b[32m", text);
    }

    public String status(Status status, String text) {
        return switch (status) {
            case BREACHED -> paint("\u001b[1;31m", text);
            case FULFILLED -> paint("\u001b[32m", text);
            case CURED, PENDING, DISPUTED, UNDETERMINED -> paint("\u001b[33m", text);
            case NOT_YET_DUE, BLOCKED, LAPSED, EXCUSED, REFUTED -> text;
        };
    }

    private String paint(String code, String text) {
        return this == OFF || text.isBlank() ? text : code + text + RESET;
    }
}
