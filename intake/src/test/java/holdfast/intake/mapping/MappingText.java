package holdfast.intake.mapping;

import java.util.Optional;

/** A mapping document of which a test has the text; it stands in no folder. */
public final class MappingText {
    private MappingText() {}

    public static Mapping.Parsed parse(String file, String document) {
        return Mapping.parse(file, document, Optional.empty());
    }
}
