package holdfast.engine.geography.drawing;

import tools.jackson.databind.JsonNode;

/** A value of a file as messages quote it. */
public final class JsonWords {
    private static final int LONGEST = 60;

    private JsonWords() {}

    public static String of(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        String text = value.toString();
        return "`" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text) + "`";
    }
}
