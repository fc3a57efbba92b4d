package holdfast.cli.agreement;

import holdfast.cli.output.Refusal;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Agreement;
import holdfast.language.model.Group;
import holdfast.language.sentence.Readable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody named on the command line: by the name in the text, or as people write it: {@code UnitedKingdom} or {@code "United Kingdom"}. */
public final class ActorName {
    private static final String ARTICLE = "the ";

    private ActorName() {}

    /** @throws Refusal if nobody in the agreement is called so */
    public static String of(Agreement agreement, String option, String written) {
        Readable names = new Readable(agreement, "en");
        Map<String, String> known = new LinkedHashMap<>();
        agreement.actors().forEach(a -> known.put(a.name(), a.name()));
        agreement.bodies().forEach(b -> known.put(b.name(), b.name()));
        List<String> typed = List.copyOf(known.keySet());
        typed.forEach(name -> known.putIfAbsent(names.name(name), name));
        agreement.actors().forEach(a -> known.putIfAbsent(a.title(), a.name()));
        agreement.bodies().forEach(b -> known.putIfAbsent(b.title(), b.name()));
        List.copyOf(known.keySet()).stream()
                .filter(name -> name.startsWith(ARTICLE))
                .forEach(name -> known.putIfAbsent(name.substring(ARTICLE.length()), known.get(name)));
        String found = known.get(written);
        if (found != null) {
            return found;
        }
        for (Group group : agreement.groups()) {
            if (group.name().equals(written)) {
                throw Refusal.usage(
                        option + ": `" + written + "` is a group, and each of it is asked for by itself",
                        "ask for one of " + Suggestion.list(group.members()));
            }
        }
        throw Refusal.usage(
                option + ": nobody in this agreement is called `" + written + "`",
                Suggestion.nearest(written, known.keySet())
                        .map(near -> Suggestion.didYouMean(written, near))
                        .orElse("there are " + Suggestion.list(typed)));
    }
}
