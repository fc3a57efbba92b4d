package holdfast.language.model;

import java.util.List;

/** A named set of actors. */
public record Group(String name, List<String> members, Origin origin) {
    public Group {
        members = List.copyOf(members);
    }
}
