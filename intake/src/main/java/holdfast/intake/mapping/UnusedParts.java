package holdfast.intake.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a mapping was of no use for the files that were read with it.
 *
 * @param mapping as the user named it
 * @param rules how many rules it has
 * @param codes how many codes it has, in rules and in tables
 * @param parts what was not used, in the order of the mapping
 */
public record UnusedParts(String mapping, long rules, long codes, List<Part> parts) {
    private static final int LINES = 6;

    public UnusedParts {
        parts = List.copyOf(parts);
    }

    /**
     * One line of the mapping.
     *
     * @param rule whether it is a rule that applied to no row
     * @param codes how many of its codes were not used; of such a rule 0
     */
    public record Part(long line, boolean rule, long codes, String words) {}

    /** {@code 2 of 12 rules (lines 30, 34) and 5 of 40 codes (line 12)}; empty if all was used. */
    public String text() {
        List<Part> ofRules = parts.stream().filter(Part::rule).toList();
        List<Part> ofCodes = parts.stream().filter(p -> !p.rule).toList();
        List<String> said = new ArrayList<>();
        if (!ofRules.isEmpty()) {
            said.add(ofRules.size() + " of " + rules + (rules == 1 ? " rule" : " rules") + lines(ofRules));
        }
        if (!ofCodes.isEmpty()) {
            long unused = ofCodes.stream().mapToLong(Part::codes).sum();
            said.add(unused + " of " + codes + (codes == 1 ? " code" : " codes") + lines(ofCodes));
        }
        return String.join(" and ", said);
    }

    private static String lines(List<Part> some) {
        List<String> lines = some.stream()
                .map(p -> String.valueOf(p.line))
                .distinct()
                .limit(LINES)
                .toList();
        return (lines.size() == 1 ? " (line " : " (lines ")
                + String.join(", ", lines)
                + (some.size() > lines.size() ? ", …)" : ")");
    }
}
