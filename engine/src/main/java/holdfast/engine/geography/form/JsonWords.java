package holdfast.engine.geography.form;

import tools.jackson.databind.JsonNode;

/** A value of a file as messages quote it. */
final class JsonWords {
    private static final int LONGEST = 60;

    private JsonWords() {}

    static String of(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        String text = value.toString();
        return "`" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text) + "`";
    }
}
