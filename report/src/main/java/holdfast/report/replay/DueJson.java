package holdfast.report.replay;

import holdfast.engine.Time;
import holdfast.engine.words.DateWords;
import holdfast.report.page.JsonText;
import holdfast.report.standing.Coming;
import holdfast.report.standing.Owed;
import holdfast.report.standing.Replay;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What an actor owes and is owed, as JSON: {@code docs/due.schema.json}. */
public final class DueJson {
    private final Replay replay;
    private final JsonText json;
    private final DateWords dates;

    private DueJson(Replay replay, Appendable out) {
        this.replay = replay;
        this.json = new JsonText(out);
        this.dates = new DateWords(replay.agreement().zone());
    }

    public static void write(Replay replay, Due due, Appendable out) throws IOException {
        new DueJson(replay, out).write(due);
        out.append('\n');
    }

    private void write(Due due) {
        json.open('{');
        json.member("agreement", replay.agreement().title());
        json.member("sha256", replay.agreement().sha256());
        json.member("zone", replay.agreement().zone().getId());
        json.member("for", due.actor().orElse(null));
        json.member("asOf", dates.iso(replay.asOf()));
        json.member("now", dates.iso(replay.now()));
        json.member("version", replay.receipt().version());
        owed("overdue", due.overdue());
        owed("goingOn", due.going());
        owed("owes", due.owes());
        owed("blocked", due.blocked());
        owed("undecided", due.undecided());
        json.member("notBegun", due.notBegun());
        json.name("ifNamed").open('[');
        for (Due.IfNamed one : due.ifNamed()) {
            json.open('{');
            json.member("breached", one.breached());
            one.since().ifPresentOrElse(since -> times("since", since), () -> {
                json.member("since", null);
                json.member("sinceLatest", null);
            });
            json.member("answers", one.answers());
            json.close('}');
        }
        json.close(']');
        json.name("ifNothingMoreComes").open('{');
        json.member("until", dates.iso(replay.ahead().until()));
        json.member("whole", replay.ahead().whole());
        json.name("comes").open('[');
        due.comes().forEach(this::coming);
        json.close(']').close('}');
        owed("owedToIt", due.toIt());
        owed("owedToNobodyNamed", due.toNobody());
        json.close('}');
    }

    private void owed(String name, List<Owed> lines) {
        json.name(name).open('[');
        for (Owed line : lines) {
            json.open('{');
            members(line);
            json.close('}');
        }
        json.close(']');
    }

    private void coming(Coming coming) {
        json.open('{');
        json.member("what", coming.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        times("when", coming.when());
        json.member("times", coming.times());
        members(coming.owed());
        json.close('}');
    }

    private void members(Owed owed) {
        json.member("clause", owed.clause());
        json.member("bearers", owed.bearers());
        json.member("duty", owed.duty());
        json.member("about", owed.about());
        json.member("to", owed.to());
        owed.due().ifPresentOrElse(due -> times("due", due), () -> {
            json.member("due", null);
            json.member("dueLatest", null);
        });
        String standing = owed.standing().words();
        json.member("standing", standing.isEmpty() ? null : standing);
        json.member("reading", owed.readingWords().isEmpty() ? null : owed.readingWords());
    }

    private void times(String name, Time time) {
        json.member(name, dates.iso(time.lo()));
        json.member(name + "Latest", time.precise() ? null : dates.iso(time.hi()));
    }
}
