package holdfast.engine.monitor.fact;

import holdfast.engine.Record;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who speaks in a record, and whose records a text lets them change (semantics, section 2). */
public final class Authors {
    private final Map<String, String> nameOf = new HashMap<>();
    private final Map<String, Set<String>> changesRecordsOf = new HashMap<>();
    private final Set<String> changeEverybodys = new HashSet<>();
    private final Set<String> attributors = new HashSet<>();

    public Authors(Agreement agreement) {
        agreement.actors().stream().map(Actor::name).forEach(name -> nameOf.put(name, name));
        agreement.bodies().stream().map(Body::name).forEach(name -> nameOf.put(name, name));
        agreement.actors().forEach(actor -> nameOf.putIfAbsent(actor.title(), actor.name()));
        agreement.bodies().forEach(body -> nameOf.putIfAbsent(body.title(), body.name()));
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.Attributes attributes) {
                attributors.add(attributes.by());
            }
            if (rule instanceof Rule.Corrects corrects) {
                String by = named(corrects.by());
                if (corrects.of().isEmpty()) {
                    changeEverybodys.add(by);
                }
                corrects.of()
                        .forEach(of -> changesRecordsOf
                                .computeIfAbsent(by, b -> new HashSet<>())
                                .add(named(of)));
            }
        }
    }

    /** Whoever is written by the name or the title of a declared actor or body is that one. */
    public String named(String written) {
        return nameOf.getOrDefault(written, written);
    }

    public String of(Record record) {
        return named(record.speaker());
    }

    boolean anyAttributes() {
        return !attributors.isEmpty();
    }

    boolean attributes(Record record) {
        return attributors.contains(of(record));
    }

    /** Whether the author of one record may change the other; a finding is changed by the body alone that made it. */
    public boolean mayChange(Record by, Record other, boolean otherIsFinding) {
        String author = of(by);
        String owner = of(other);
        if (author.equals(owner)) {
            return true;
        }
        return !otherIsFinding
                && (changeEverybodys.contains(author)
                        || changesRecordsOf.getOrDefault(author, Set.of()).contains(owner));
    }
}
