package holdfast.report.explain;

import java.util.List;

/** A step of a derivation, and what it rests on. */
public record Reason(String text, List<Reason> parts) {
    public Reason {
        parts = List.copyOf(parts);
    }

    public static Reason of(String text) {
        return new Reason(text, List.of());
    }

    public static Reason of(String text, List<Reason> parts) {
        return new Reason(text, parts);
    }
}
