package holdfast.examine.redline.draft;

import holdfast.examine.play.Components;
import holdfast.language.model.Bearer;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Pattern;
import holdfast.language.model.Span;
import holdfast.language.model.Value;
import holdfast.language.model.Zone;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement names: the events, states, terms, zones, actors, groups and clauses in it, and its lengths of time. */
public final class Mentions {
    final Set<Pattern> patterns = new LinkedHashSet<>();
    final Set<String> states = new LinkedHashSet<>();
    final Set<String> terms = new LinkedHashSet<>();
    final Set<String> zones = new LinkedHashSet<>();
    final Set<String> actors = new LinkedHashSet<>();
    final Set<ClauseRef> clauses = new LinkedHashSet<>();
    final Set<Span> spans = new LinkedHashSet<>();

    static Mentions in(Object statement) {
        Mentions found = new Mentions();
        found.look(statement);
        return found;
    }

    private void look(Object value) {
        switch (value) {
            case ClauseRef ref -> clauses.add(ref);
            case Value.Actor(String name) -> actors.add(name);
            case Value.ZoneName(String name) -> zones.add(name);
            case Optional<?> optional -> optional.ifPresent(this::look);
            case Collection<?> all -> all.forEach(this::look);
            case Record made -> {
                name(made);
                List<Object> parts = Components.of(made);
                parts.forEach(this::look);
            }
            default -> {}
        }
    }

    private void name(Record made) {
        switch (made) {
            case Pattern p -> patterns.add(p);
            case Span s -> spans.add(s);
            case Condition.InState s -> states.add(s.state());
            case Condition.Undefined u -> terms.add(u.term());
            case Condition.InZone z -> zones.add(z.zone());
            case Condition.Distance d -> zones.add(d.zone());
            case Zone.Around a -> zones.add(a.of());
            case Bearer.EachOf e -> actors.add(e.set());
            case Bearer.Named n -> actors.addAll(n.actors());
            default -> {}
        }
    }
}
