package holdfast.report.page;

import holdfast.engine.Status;

/** Colour where a terminal shows it; nothing is said by colour alone. */
public enum Colours {
    ON,
    OFF;

    /** Stands for an escape that Holdfast itself writes, so that those in what others wrote can be told apart. No text has it, as it is no character. */
    public static final char ESCAPE = '\uFDD0';

    private static final String RESET = "[0m";

    public String heading(String text) {
        return paint("[1m", text);
    }

    public String removed(String text) {
        return paint("[31m", text);
    }

    public String added(String text) {
        return paint("[32m", text);
    }

    public String status(Status status, String text) {
        return switch (status) {
            case BREACHED -> paint("[1;31m", text);
            case FULFILLED -> paint("[32m", text);
            case CURED, PENDING, DISPUTED, UNDETERMINED -> paint("[33m", text);
            case NOT_YET_DUE, BLOCKED, LAPSED, EXCUSED, REFUTED -> text;
        };
    }

    private String paint(String code, String text) {
        return this == OFF || text.isBlank() ? text : ESCAPE + code + text + ESCAPE + RESET;
    }
}
