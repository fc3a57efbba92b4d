package holdfast.language.check;

import holdfast.language.diagnostic.Code;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Group;
import holdfast.language.model.Origin;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Statements that are for the examiner alone: which of its findings are accepted, and who is armed in the area. */
final class ExaminerCheck {
    private static final int LAST_FINDING = 32;
    private static final Pattern MEANT = Pattern.compile("\\p{L}?0{0,8}([0-9]{1,2})");

    private final Context context;

    ExaminerCheck(Context context) {
        this.context = context;
    }

    Optional<Rule> accepts(Statement.Accepts written, Reading reading, Origin origin) {
        Set<String> codes = new LinkedHashSet<>();
        boolean good = true;
        for (Token code : written.codes()) {
            good &= isFinding(code) && isNew(code, codes);
        }
        String reason = written.reason().content().strip();
        if (reason.isEmpty()) {
            context.report(
                    Code.NO_REASON,
                    written.reason(),
                    "the reason is empty",
                    "say why: `because \"the parties want it open\"`");
            good = false;
        }
        if (written.of().isEmpty()) {
            return accepted(good, reading, codes, Optional.empty(), reason, origin);
        }
        Optional<ClauseRef> of = context.clauses(written.of());
        return accepted(good && of.isPresent(), reading, codes, of, reason, origin);
    }

    private static Optional<Rule> accepted(
            boolean good, Reading reading, Set<String> codes, Optional<ClauseRef> of, String reason, Origin origin) {
        return good ? Optional.of(new Rule.Accepts(reading, List.copyOf(codes), of, reason, origin)) : Optional.empty();
    }

    private boolean isFinding(Token code) {
        OptionalInt number = number(code.text());
        if (number.isPresent() && code.text().equals(finding(number.getAsInt()))) {
            return true;
        }
        context.report(
                Code.UNKNOWN_FINDING,
                code,
                "there is no finding `" + code.text() + "`",
                number.isPresent()
                        ? "did you mean `" + finding(number.getAsInt()) + "`?"
                        : "findings are `F01` to `" + finding(LAST_FINDING) + "`");
        return false;
    }

    /** Of the finding that is meant, even if it is written as {@code f6}, {@code F6} or {@code 6}. */
    private static OptionalInt number(String written) {
        var matcher = MEANT.matcher(written);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return number >= 1 && number <= LAST_FINDING ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static String finding(int number) {
        return String.format(Locale.ROOT, "F%02d", number);
    }

    Optional<Rule> forcesInArea(Statement.ForcesInArea written, Reading reading, Origin origin) {
        Set<String> actors = new LinkedHashSet<>();
        boolean good = true;
        for (Token name : written.names()) {
            Group group = context.names.groups.get(name.text());
            if (group != null) {
                actors.addAll(group.members());
            } else {
                good &= mayHaveForces(name) && isNew(name, actors);
            }
        }
        return good ? Optional.of(new Rule.ForcesInArea(reading, List.copyOf(actors), origin)) : Optional.empty();
    }

    private boolean mayHaveForces(Token name) {
        if (context.names.actors.containsKey(name.text())) {
            return true;
        }
        Optional<Names.Kind> kind = context.names.kind(name.text());
        if (kind.isPresent()) {
            context.report(
                    Code.NO_FORCES,
                    name,
                    "`" + name.text() + "` is " + kind.get().words + ", and has no forces",
                    "name a party, a guarantor, an actor or a group of them");
        } else {
            context.unknown(
                    Code.UNKNOWN_ACTOR,
                    name,
                    "there is no party, guarantor, actor or group",
                    context.names.of(Names.Kind.ACTOR, Names.Kind.GROUP),
                    "declare it: `actor " + name.text() + "`");
        }
        return false;
    }

    private boolean isNew(Token name, Set<String> seen) {
        if (seen.add(name.text())) {
            return true;
        }
        context.report(Code.LISTED_TWICE, name, "`" + name.text() + "` is named twice", "name it once");
        return false;
    }
}
