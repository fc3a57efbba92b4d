package holdfast.examine.play;

import holdfast.language.model.Agreement;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Zone;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Agreements made from others: under one reading, with fewer clauses, or with what may be done demanded. */
public final class Resolved {
    private Resolved() {}

    /** What remains under a reading that answers every question that matters, as an agreement in which nothing is open. */
    public static Agreement under(Agreement agreement, Reading reading) {
        return plain(agreement.under(reading));
    }

    private static Agreement plain(Agreement kept) {
        return with(
                kept,
                each(kept.definitions(), d -> new Definition(d.type(), d.variables(), Reading.NONE, d.derivation())),
                each(
                        kept.levels(),
                        l -> new Level(
                                l.name(),
                                l.attributes(),
                                l.variables(),
                                Reading.NONE,
                                l.figure(),
                                l.pattern(),
                                l.origin())),
                each(kept.states(), Resolved::plain),
                each(kept.zones(), Resolved::plain),
                each(kept.norms(), n -> n.under(Reading.NONE)),
                each(kept.rules(), Resolved::plain));
    }

    /** Every statement of every reading, with its prefix taken off: more than any one reading, to see what may have to do with what. */
    public static Agreement open(Agreement agreement) {
        return plain(agreement);
    }

    /** The same agreement with those clauses only for which {@code wanted} holds. */
    public static Agreement only(Agreement agreement, Predicate<Norm> wanted) {
        return agreement.withNorms(agreement.norms().stream().filter(wanted).toList());
    }

    /** What may be done is demanded, without a deadline: so that the engine itself says when somebody may act, and on what. */
    public static Agreement permissionsDemanded(Agreement agreement) {
        return agreement.withNorms(each(
                agreement.norms(),
                n -> Duties.permitted(n)
                        .map(act -> n.under(Reading.NONE).withDuty(Duty.once(act)))
                        .orElse(n)));
    }

    private static State plain(State state) {
        return switch (state) {
            case State.Fluent s ->
                new State.Fluent(s.name(), s.parameters(), Reading.NONE, s.begins(), s.ends(), s.origin());
            case State.Period s -> new State.Period(s.name(), Reading.NONE, s.start(), s.end(), s.origin());
            case State.Named s -> new State.Named(s.name(), s.parameters(), Reading.NONE, s.condition(), s.origin());
        };
    }

    private static Zone plain(Zone zone) {
        return switch (zone) {
            case Zone.FromFile z ->
                new Zone.FromFile(
                        z.name(),
                        Reading.NONE,
                        z.file(),
                        z.feature(),
                        z.content(),
                        z.sha256(),
                        z.stood(),
                        z.edge(),
                        z.origin());
            case Zone.Around z -> new Zone.Around(z.name(), Reading.NONE, z.km(), z.of(), z.along(), z.origin());
        };
    }

    private static Rule plain(Rule rule) {
        return switch (rule) {
            case Rule.Confirms r -> new Rule.Confirms(Reading.NONE, r.body(), r.of(), r.silence(), r.origin());
            case Rule.Attributes r -> new Rule.Attributes(Reading.NONE, r.by(), r.origin());
            case Rule.Corrects r -> new Rule.Corrects(Reading.NONE, r.by(), r.of(), r.origin());
            case Rule.RulesOn r -> new Rule.RulesOn(Reading.NONE, r.body(), r.name(), r.origin());
            case Rule.AnswersFor r -> new Rule.AnswersFor(Reading.NONE, r.principal(), r.affiliates(), r.origin());
            case Rule.QuietGap r -> new Rule.QuietGap(Reading.NONE, r.of(), r.gap(), r.origin());
            case Rule.Evidence r -> new Rule.Evidence(Reading.NONE, r.of(), r.kinds(), r.origin());
            case Rule.Accepts r -> new Rule.Accepts(Reading.NONE, r.codes(), r.of(), r.reason(), r.origin());
            case Rule.ForcesInArea r -> new Rule.ForcesInArea(Reading.NONE, r.actors(), r.origin());
            case Rule.Readiness r -> new Rule.Readiness(Reading.NONE, r.steps(), r.origin());
            case Rule.InForceWhile r -> new Rule.InForceWhile(Reading.NONE, r.condition(), r.origin());
        };
    }

    private static <T> List<T> each(List<T> all, Function<T, T> made) {
        List<T> each = new ArrayList<>();
        all.forEach(one -> each.add(made.apply(one)));
        return each;
    }

    private static Agreement with(
            Agreement a,
            List<Definition> definitions,
            List<Level> levels,
            List<State> states,
            List<Zone> zones,
            List<Norm> norms,
            List<Rule> rules) {
        return new Agreement(
                a.title(),
                a.version(),
                a.standing(),
                a.retold(),
                a.sources(),
                a.zone(),
                a.articles(),
                a.actors(),
                a.groups(),
                a.bodies(),
                a.measures(),
                a.layers(),
                a.events(),
                definitions,
                levels,
                states,
                zones,
                a.undefinedTerms(),
                List.of(),
                norms,
                rules,
                List.of(),
                a.sha256(),
                a.kinds(),
                a.titles());
    }
}
