package holdfast.intake;

import holdfast.engine.Rows;
import holdfast.intake.draft.ReadCounts;
import holdfast.intake.own.StraightSink;
import holdfast.intake.problem.Problems;
import holdfast.intake.value.AgreementNames;
import holdfast.language.model.Basis;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Hands plain rows of one file on as they are; their ids are noted with those of all other records. */
final class StraightReading implements StraightSink {
    private final RecordTaker taker;
    private final Identities identities;
    private final AgreementNames names;
    private final Problems problems;
    private final int file;
    private final List<OfOneKind> all = new ArrayList<>();

    StraightReading(RecordTaker taker, AgreementNames names, Identities identities, Problems problems, int file) {
        this.taker = taker;
        this.names = names;
        this.identities = identities;
        this.problems = problems;
        this.file = file;
    }

    @Override
    public @Nullable Series series(
            String event, String source, @Nullable String author, Basis basis, String beginning) {
        EventType type = names.events.get(event);
        NumberedIds.Series ids = type == null ? null : identities.series(beginning);
        Optional<Rows> rows = ids == null
                ? Optional.empty()
                : taker.rows(event, source, Optional.ofNullable(author), basis, beginning);
        if (type == null || ids == null || rows.isEmpty()) {
            return null;
        }
        OfOneKind series = new OfOneKind(event, needed(type), ids, rows.get());
        all.add(series);
        return series;
    }

    /** The places of the attributes that must be given. */
    private int[] needed(EventType type) {
        Set<String> needed = taker.needed(type.name());
        return IntStream.range(0, type.attributes().size())
                .filter(i -> needed.contains(type.attributes().get(i).name()))
                .toArray();
    }

    /** Adds those that were handed on. */
    void count(ReadCounts counts) {
        all.forEach(series -> counts.more(series.event, series.taken));
    }

    private final class OfOneKind implements Series {
        private final String event;
        private final int[] needed;
        private final NumberedIds.Series ids;
        private final Rows rows;
        private long taken;

        OfOneKind(String event, int[] needed, NumberedIds.Series ids, Rows rows) {
            this.event = event;
            this.needed = needed;
            this.ids = ids;
            this.rows = rows;
        }

        @Override
        public int code(int attribute, Value value) {
            return rows.code(attribute, value);
        }

        @Override
        public boolean take(int number, long line, long recorded, long occurred, int[] codes) {
            for (int attribute : needed) {
                if (codes[attribute] == Rows.NOT_GIVEN) {
                    return false;
                }
            }
            if (problems.hasErrors() || !identities.add(ids, number, file, line)) {
                return false;
            }
            rows.take(number, recorded, occurred, codes);
            taken++;
            return true;
        }
    }
}
