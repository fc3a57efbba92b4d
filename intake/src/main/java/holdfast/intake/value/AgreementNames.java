package holdfast.intake.value;

import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Body;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Question;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.model.Value;
import holdfast.language.model.Zone;
import java.time.ZoneId;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names of an agreement that records may use. */
public final class AgreementNames {
    public final ZoneId zone;
    /** Declared events: those that can be observed. */
    public final Map<String, EventType> events = new LinkedHashMap<>();

    /** Those that its own text declares; every agreement has some besides, such as votes. */
    public final Set<String> declared = new LinkedHashSet<>();

    public final Set<String> defined = new LinkedHashSet<>();
    public final Set<String> attributes = new TreeSet<>();
    /** Actors, bodies and {@code unattributed}. */
    public final Set<String> parties;

    public final Set<String> zones;
    public final Set<String> clauses;
    private final Map<String, List<String>> answers = new LinkedHashMap<>();
    final Set<String> terms;
    /** Whether there is no agreement: any name is one. */
    public final boolean open;

    private AgreementNames(ZoneId zone, List<EventType> observed) {
        open = true;
        this.zone = zone;
        parties = new AnyName();
        zones = new AnyName();
        clauses = new AnyName();
        terms = new AnyName();
        observed.forEach(event -> {
            events.put(event.name(), event);
            event.attributes().forEach(a -> attributes.add(a.name()));
        });
    }

    /** Where there is no agreement: these events, and any other name. */
    public static AgreementNames anyBesides(ZoneId zone, List<EventType> observed) {
        return new AgreementNames(zone, observed);
    }

    /** Holds every name. */
    private static final class AnyName extends AbstractSet<String> {
        @Override
        public boolean contains(Object name) {
            return true;
        }

        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }

        @Override
        public int size() {
            return 0;
        }
    }

    public AgreementNames(Agreement agreement) {
        open = false;
        zone = agreement.zone();
        parties = new LinkedHashSet<>();
        zones = new LinkedHashSet<>();
        clauses = new LinkedHashSet<>();
        terms = new LinkedHashSet<>();
        for (EventType event : agreement.events()) {
            events.put(event.name(), event);
            if (!event.origin().equals(Origin.NONE)) {
                declared.add(event.name());
            }
            event.attributes().forEach(a -> attributes.add(a.name()));
        }
        agreement.definitions().forEach(d -> defined.add(d.name()));
        agreement.actors().stream().map(Actor::name).forEach(parties::add);
        agreement.bodies().stream().map(Body::name).forEach(parties::add);
        parties.add(Value.UNATTRIBUTED.name());
        agreement.zones().stream().map(Zone::name).forEach(zones::add);
        agreement.norms().stream().map(Norm::id).forEach(clauses::add);
        agreement.undefinedTerms().stream().map(UndefinedTerm::name).forEach(terms::add);
        for (Question question : agreement.questions()) {
            answers.put(question.name(), question.answers());
            terms.add(question.name());
        }
    }

    boolean isResult(@Nullable String term, String result) {
        return open || results(term).contains(result);
    }

    /** What a finding may say: on a question its answers, otherwise confirmed, disputed or refuted. */
    List<String> results(@Nullable String term) {
        List<String> own = term == null ? null : answers.get(term);
        return own == null ? List.of("confirmed", "disputed", "refuted") : own;
    }

    public List<String> eventNames() {
        return new ArrayList<>(events.keySet());
    }
}
