package holdfast.readiness.match.question;

/**
 * What is wrong with one thing that was handed in.
 *
 * @param about what sort of thing it is
 * @param id of the need, the offer or the stand-in
 * @param field which of its fields; as a column of a table is called
 * @param found lower case, no full stop
 */
public record MatchFault(About about, String id, String field, String found, String expected, String help) {
    public enum About {
        NEED("need"),
        OFFER("offer"),
        STAND_IN("stand-in"),
        PLAN("plan");

        private final String word;

        About(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    @Override
    public String toString() {
        return about.word() + " `" + id + "`, " + field + ": " + found
                + (expected.isEmpty() ? "" : "; expected " + expected)
                + (help.isEmpty() ? "" : "; " + help);
    }
}
