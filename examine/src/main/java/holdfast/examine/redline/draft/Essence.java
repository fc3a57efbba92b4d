package holdfast.examine.redline.draft;

import holdfast.examine.play.Components;
import holdfast.language.model.Bearer;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a statement says, without where it stands: its model value with origins left out, and with clauses named by what they are matched with rather than by
 * their numbers. Two statements of different drafts say the same if their essences are equal. It goes through the components of records, so that it leaves out
 * nothing that the model may come to hold.
 */
public final class Essence {
    private final Function<ClauseRef, List<String>> clauses;

    /** @param clauses names for the clauses that a reference covers */
    public Essence(Function<ClauseRef, List<String>> clauses) {
        this.clauses = clauses;
    }

    public Object of(Object value) {
        return switch (value) {
            case ClauseRef ref -> clauses.apply(ref);
            // Its number and its layer are not what it says.
            case Norm n ->
                List.of(
                        of(n.reading()),
                        of(n.whileTrue()),
                        of(n.trigger()),
                        of(n.guard()),
                        of(n.bearer()),
                        of(n.duty()),
                        of(n.inFavourOf()));
            // Who the members are is what the group says, not the clause.
            case Bearer.EachOf each -> List.of("each", each.variable(), each.set());
            case Zone.FromFile file ->
                List.of(
                        "file",
                        file.name(),
                        of(file.reading()),
                        file.feature(),
                        file.sha256(),
                        of(file.stood()),
                        of(file.edge()));
            case Optional<?> optional -> optional.map(o -> List.of(of(o))).orElse(List.of());
            case Set<?> set ->
                set.stream().map(this::of).map(Object::toString).sorted().toList();
            case Collection<?> list -> list.stream().map(this::of).toList();
            case Map<?, ?> map -> new TreeMap<>(map).toString();
            case Record made -> ofRecord(made);
            default -> value;
        };
    }

    private Object ofRecord(Record made) {
        List<Object> all = new ArrayList<>();
        all.add(made.getClass().getSimpleName());
        for (Object component : Components.of(made)) {
            if (!(component instanceof Origin)) {
                all.add(of(component));
            }
        }
        return all;
    }
}
