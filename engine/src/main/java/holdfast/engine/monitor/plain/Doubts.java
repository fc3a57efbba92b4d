package holdfast.engine.monitor.plain;

import holdfast.engine.Record;
import holdfast.engine.monitor.compile.World;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is not plain, and what hangs on it: whatever an observation may come to be, by attribution, correction or withdrawal, the keys that it has or may have then are handed over to
 * the second tier, with all their rows.
 */
final class Doubts {
    private final Book book;
    private final Second second;
    private final List<Domain> domains;

    /** Clauses on whose breaches bodies decide. */
    private final Set<String> confirmed;

    private final Map<String, Subject> subjects = new HashMap<>();

    /** Of odd corrections, what they correct. */
    private final Map<String, String> corrections = new HashMap<>();

    /** By the id of a record that has not come, those that speak of it. */
    private final Map<String, List<Record>> waiting = new HashMap<>();

    private boolean anyHanded;

    /** What is on record about one observation that is not plain. */
    private static final class Subject {
        final List<Version> versions = new ArrayList<>();
        final Set<Integer> actors = new HashSet<>();
        boolean incident;

        /** The row of the record with which it began; null if that has none. */
        @Nullable
        Table table;

        int row;

        record Version(Table table, int[] values) {}
    }

    Doubts(Book book, Second second, List<Domain> domains, Set<String> confirmed) {
        this.confirmed = confirmed;
        this.book = book;
        this.second = second;
        this.domains = domains;
    }

    void begin() {
        subjects.clear();
        corrections.clear();
        waiting.clear();
        anyHanded = false;
    }

    /** Whether records wait for others of which they speak. */
    boolean areWaiting() {
        return !waiting.isEmpty();
    }

    /** Those that waited for a record that has come; null if none did. */
    @Nullable
    List<Record> waitedFor(String id) {
        return waiting.isEmpty() ? null : waiting.remove(id);
    }

    /** Whether the second tier knows nothing of a row. */
    boolean leave(Table table, int row) {
        return !anyHanded || domains.stream().noneMatch(d -> d.hasTold(table, row));
    }

    /** Hands over whatever a record may bear upon. */
    void spread(Record record) {
        switch (record) {
            case Record.Observation o -> {
                o.corrects().ifPresent(of -> corrections.put(o.id(), of));
                Subject subject = o.corrects().isPresent()
                        ? subject(o.corrects().get(), o)
                        : subjects.computeIfAbsent(o.id(), i -> new Subject());
                Table table = book.table(o.event());
                if (subject != null && table != null) {
                    subject.incident |= o.incident().isPresent();
                    subject.versions.add(new Subject.Version(table, book.codesOf(o, table)));
                    hand(subject);
                }
            }
            case Record.Attribution a -> {
                Subject subject = subject(a.about(), a);
                if (subject != null) {
                    subject.actors.add(book.codes.of(new Value.Actor(a.to())));
                    hand(subject);
                }
            }
            case Record.Finding f -> {
                if (f.about().isPresent()) {
                    subject(f.about().get(), f);
                } else {
                    f.clause().filter(confirmed::contains).ifPresent(this::handAllOf);
                }
            }
            case Record.Withdrawal w -> subject(w.withdraws(), w);
        }
    }

    /** A body has decided on all breaches of a clause that there are. */
    private void handAllOf(String clause) {
        for (Domain domain : domains) {
            if (domain.group.clauses().stream().anyMatch(c -> c.norm().id().equals(clause))) {
                handAll(domain);
            }
        }
    }

    /** What is on record about the observation that an id belongs to; null if there is none, or none yet. */
    private @Nullable Subject subject(String id, Record speaks) {
        String at = id;
        Set<String> seen = new HashSet<>();
        while (seen.add(at)) {
            Subject known = subjects.get(at);
            if (known != null) {
                return known;
            }
            int ref = book.identities.find(at) - 1;
            if (ref == -1) {
                waiting.computeIfAbsent(at, i -> new ArrayList<>()).add(speaks);
                return null;
            }
            if (ref != Book.ODD) {
                return subjectOfRow(book.tableOf(ref), book.rowOf(ref));
            }
            at = corrections.getOrDefault(at, at);
        }
        return null;
    }

    private Subject subjectOfRow(Table table, int row) {
        String root = book.telling.id(table, row);
        Subject known = subjects.get(root);
        if (known != null) {
            return known;
        }
        Subject subject = new Subject();
        subjects.put(root, subject);
        subject.table = table;
        subject.row = row;
        table.mark(row, Table.ODD);
        second.takeOver(table, row);
        for (Domain domain : domains) {
            if (!domain.awaited.isEmpty() && second.has(domain)) {
                tell(domain, table, row);
            }
        }
        // Whatever it said, it may come to say again.
        book.allValues(table, row).forEach(values -> subject.versions.add(new Subject.Version(table, values)));
        hand(subject);
        return subject;
    }

    /** Hands over every key that the observation has, or may come to have. */
    private void hand(Subject subject) {
        anyHanded = true;
        boolean open = subject.incident || (subject.versions.size() > 1 && !subject.actors.isEmpty());
        for (Subject.Version version : subject.versions) {
            for (Chain chain : version.table.chains) {
                if (subject.table != null) {
                    tell(chain.domain, subject.table, subject.row);
                }
                if (open) {
                    handAll(chain.domain);
                } else {
                    handKeys(chain, version, subject.actors);
                }
            }
        }
    }

    private void handKeys(Chain chain, Subject.Version version, Set<Integer> actors) {
        handKey(chain, version.values);
        int actor = version.table.actor;
        for (int other : actors) {
            if (actor >= 0) {
                int[] values = version.values.clone();
                values[actor] = other;
                handKey(chain, values);
            }
        }
    }

    private void handKey(Chain chain, int[] values) {
        if (chain.admits(values)) {
            hand(chain.domain, chain.slot(values));
        }
    }

    private boolean meetsHanded(Table table, int row) {
        boolean[] meets = {false};
        table.forEachConcerned(row, (chain, r) -> meets[0] |= chain.domain.isHanded(chain.slot(r)));
        return meets[0];
    }

    /** Whether a key of a row that is going to be put in its chains is the second tier's. */
    boolean concern(Table table, int row) {
        return anyHanded && meetsHanded(table, row);
    }

    /** A row one of whose keys is the second tier's. */
    void handRow(Table table, int row) {
        Set<Domain> handed = new HashSet<>();
        table.forEachConcerned(row, (chain, r) -> {
            if (chain.domain.isHanded(chain.slot(r))) {
                handed.add(chain.domain);
            }
        });
        // In the chains it is found by whatever else is handed over; nothing is said of it there.
        table.link(row, table.time(row));
        for (Domain domain : domains) {
            if (handed.contains(domain)) {
                tell(domain, table, row);
                for (Chain chain : table.chains) {
                    if (chain.domain == domain && chain.admits(row)) {
                        domain.judges.forEach(judge -> judge.forget(chain.slot(row)));
                    }
                }
            }
        }
    }

    /** A row came on which may hang when a clause is in force: whoever judges keys of it that were handed over is told. */
    void hear(Table table, int row) {
        if (anyHanded) {
            for (Domain domain : domains) {
                if (domain.awaited.contains(table) && second.has(domain)) {
                    tell(domain, table, row);
                }
            }
        }
    }

    /** Those who judge the keys of a domain that were handed over; when they begin, they hear of all that its clauses wait for. */
    private World cells(Domain domain) {
        if (!second.has(domain)) {
            second.of(domain);
            if (!domain.awaited.isEmpty()) {
                book.forEachRow(domain.awaited, (table, row) -> tell(domain, table, row));
            }
        }
        return second.of(domain);
    }

    /** Hands over a key with all that is known of it. */
    void hand(Domain domain, int slot) {
        if (domain.isHanded(slot)) {
            return;
        }
        anyHanded = true;
        if (!domain.byKey) {
            handAll(domain);
            return;
        }
        domain.hand(slot);
        domain.judges.forEach(judge -> judge.forget(slot));
        cells(domain);
        for (Chain chain : List.copyOf(domain.chains.values())) {
            for (int row = chain.latest(slot); row != Chain.NONE; row = chain.before(row)) {
                tell(domain, chain.table, row);
            }
        }
    }

    private void handAll(Domain domain) {
        if (domain.allHanded) {
            return;
        }
        anyHanded = true;
        domain.allHanded = true;
        domain.judges.forEach(Judge::forgetAll);
        cells(domain);
        Set<Table> concerned = new HashSet<>();
        domain.chains.values().forEach(c -> concerned.add(c.table));
        for (Table table : book.tables) {
            for (int row = 0; concerned.contains(table) && row < table.rows; row++) {
                tell(domain, table, row);
            }
        }
    }

    /** Lets the second tier know of a row, and hands over all keys that it has. */
    private void tell(Domain domain, Table table, int row) {
        if (!domain.tell(table, row)) {
            return;
        }
        book.forEach(table, row, cells(domain)::accept);
        for (Chain chain : table.chains) {
            if (chain.domain == domain && chain.admits(row)) {
                hand(domain, chain.slot(row));
            }
        }
    }
}
