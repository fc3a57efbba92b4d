package holdfast.report.replay;

import holdfast.engine.Record;
import holdfast.intake.ReadReport;
import holdfast.intake.RowsRead;
import holdfast.intake.draft.EditionCounts;
import holdfast.intake.mapping.UnusedParts;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import holdfast.report.standing.IntakeWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the rows of a file, as text. */
public final class RowsText implements RowsRead.Watcher {
    private static final int GAPS = 8;
    private static final int PARTS = 40;
    private static final long LONGEST = 366;

    private record Taken(long row, Record record) {}

    /** How often an attribute was given, and how often it was zero. */
    private static final class Numbers {
        private long given;
        private long zero;
        private boolean number;

        Numbers(boolean number) {
            this.number = number;
        }
    }

    private final int shown;
    private final List<Taken> first = new ArrayList<>();
    private final Map<String, Map<String, Numbers>> attributes = new TreeMap<>();
    private final List<Record.Observation> observed = new ArrayList<>();

    public RowsText(int shown) {
        this.shown = shown;
    }

    @Override
    public void took(Record record, long row) {
        if (first.size() < shown) {
            first.add(new Taken(row, record));
        }
        if (record instanceof Record.Observation observation) {
            observed.add(observation);
            Map<String, Numbers> of = attributes.computeIfAbsent(observation.event(), e -> new TreeMap<>());
            observation.values().forEach((name, value) -> {
                Numbers numbers = of.computeIfAbsent(name, n -> new Numbers(true));
                numbers.given++;
                String text = plain(value);
                boolean number = text.matches("-?[0-9]+(\\.[0-9]+)?");
                numbers.number &= number;
                numbers.zero += number && text.matches("-?0+(\\.0+)?") ? 1 : 0;
            });
        }
    }

    public String text(String title, RowsRead read) {
        ReadReport report = read.report();
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.add("  " + IntakeWords.count(report.rows(), "row") + " read: "
                + IntakeWords.count(report.mapped(), "row") + " became "
                + IntakeWords.count(report.recordCount(), "record") + ", " + report.leftOutCount() + " left out, "
                + report.notUsedCount() + " not known to the agreement, " + report.refused() + " refused");
        counts("records", report.records(), Map.of(), lines);
        report.editions().stream().map(EditionCounts::text).forEach(e -> lines.add("  " + e));
        counts("left out", report.leftOut(), report.firstRows(), lines);
        counts("not known to the agreement", report.notUsed(), report.firstRows(), lines);
        counts("left out of rows that became records", report.leftOutRecords(), Map.of(), lines);
        counts("attributes not known to the agreement", report.notUsedAttributes(), Map.of(), lines);
        unused(report, lines);
        if (!first.isEmpty()) {
            lines.add("");
            lines.add("First records");
            first.forEach(t -> lines.add("  row " + t.row + "  " + words(t.record, read.zone())));
        }
        if (report.isGood()) {
            numbers(read, lines);
            days(read.zone(), lines);
        } else {
            lines.add("");
            lines.add("There are errors, so no record counts.");
        }
        return String.join("\n", lines) + "\n";
    }

    private static void unused(ReadReport report, List<String> lines) {
        for (UnusedParts unused : report.unused()) {
            lines.add("");
            lines.add("Of no use in " + unused.mapping() + ": " + unused.text());
            unused.parts().stream().limit(PARTS).forEach(p -> lines.add("  line " + p.line() + "  " + p.words()));
            if (unused.parts().size() > PARTS) {
                lines.add("  and " + (unused.parts().size() - PARTS) + " more lines");
            }
        }
        if (!report.unread().isEmpty()) {
            lines.add("");
            lines.add("Events of the agreement of which there is no record");
            lines.add("  " + String.join(", ", report.unread()));
        }
    }

    private static void counts(
            String what, Map<String, Long> counts, Map<String, List<Long>> rows, List<String> lines) {
        if (counts.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(Character.toUpperCase(what.charAt(0)) + what.substring(1));
        counts.forEach((name, n) -> {
            List<Long> some = rows.getOrDefault(name, List.of());
            String which = some.isEmpty()
                    ? ""
                    : "  (" + (some.size() == 1 ? "row " : "rows ")
                            + String.join(
                                    ", ", some.stream().map(String::valueOf).toList())
                            + (n > some.size() ? ", …" : "") + ")";
            lines.add("  " + n + "  " + name + which);
        });
    }

    private void numbers(RowsRead read, List<String> lines) {
        for (EventType event : read.events()) {
            Map<String, Numbers> of = attributes.get(event.name());
            if (of != null) {
                event.attributes().forEach(a -> of.computeIfAbsent(a.name(), n -> new Numbers(false)));
            }
        }
        List<String> said = new ArrayList<>();
        attributes.forEach((event, of) -> {
            long all = read.report().records().getOrDefault(event, 0L);
            of.forEach((name, numbers) -> {
                long empty = all - numbers.given;
                if (empty > 0 || numbers.number && numbers.zero > 0) {
                    said.add("  " + event + "." + name + ": " + (empty == all ? "all " + all : empty + " of " + all)
                            + " empty" + (numbers.number ? ", " + numbers.zero + " zero" : ""));
                }
            });
        });
        if (!said.isEmpty()) {
            lines.add("");
            lines.add("Empty or zero");
            lines.addAll(said);
        }
    }

    /** Days between the first and the last on which nothing is said to have happened. */
    private void days(ZoneId zone, List<String> lines) {
        if (observed.isEmpty()) {
            return;
        }
        Map<LocalDate, Boolean> days = new TreeMap<>();
        for (Record.Observation one : observed) {
            LocalDate from = day(one.occurred().lo(), zone);
            LocalDate to = day(one.occurred().hi(), zone);
            days.put(from, true);
            days.put(to, true);
            if (to.toEpochDay() - from.toEpochDay() <= LONGEST) {
                for (LocalDate d = from; d.isBefore(to); d = d.plusDays(1)) {
                    days.put(d, true);
                }
            }
        }
        List<LocalDate> with = List.copyOf(days.keySet());
        List<String> gaps = new ArrayList<>();
        long without = 0;
        for (int i = 1; i < with.size(); i++) {
            LocalDate from = with.get(i - 1).plusDays(1);
            LocalDate to = with.get(i).minusDays(1);
            if (!to.isBefore(from)) {
                without += to.toEpochDay() - from.toEpochDay() + 1;
                gaps.add(from.equals(to) ? from.toString() : from + " to " + to);
            }
        }
        lines.add("");
        lines.add("Days from " + with.getFirst() + " to " + with.getLast() + " (" + zone + "): " + with.size()
                + " with something, " + without + " with nothing");
        gaps.stream().limit(GAPS).forEach(g -> lines.add("  nothing on " + g));
        if (gaps.size() > GAPS) {
            lines.add("  and " + (gaps.size() - GAPS) + " more gaps");
        }
    }

    private static LocalDate day(long instant, ZoneId zone) {
        return Instant.ofEpochMilli(instant).atZone(zone).toLocalDate();
    }

    private static String words(Record record, ZoneId zone) {
        String known = "; known " + at(record.recorded(), zone) + ", " + record.source();
        return switch (record) {
            case Record.Observation o -> {
                StringBuilder values = new StringBuilder();
                new TreeMap<>(o.values())
                        .forEach((name, value) ->
                                values.append(", ").append(name).append(' ').append(plain(value)));
                String to = o.occurred().hi() == o.occurred().lo()
                        ? ""
                        : " to " + at(o.occurred().hi(), zone);
                yield o.id() + ": " + o.event() + " " + at(o.occurred().lo(), zone) + to + values + "; "
                        + o.basis().name().toLowerCase(java.util.Locale.ROOT) + known;
            }
            case Record.Attribution a -> a.id() + ": attribution of " + a.about() + " to " + a.to() + known;
            case Record.Finding f -> f.id() + ": finding " + f.result() + known;
            case Record.Withdrawal w -> w.id() + ": withdrawal of " + w.withdraws() + known;
        };
    }

    private static String at(long instant, ZoneId zone) {
        String text =
                Instant.ofEpochMilli(instant).atZone(zone).toLocalDateTime().toString();
        return text.replace('T', ' ');
    }

    private static String plain(Value value) {
        return switch (value) {
            case Value.Actor(String name) -> name;
            case Value.Text(String text) -> text;
            case Value.Number number -> number.number().toPlainString();
            case Value.Day day -> day.date().toString();
            case Value.Place place -> place.name() + " (" + place.latitude() + ", " + place.longitude() + ")";
            case Value.NamedPlace(String name) -> name;
            case Value.ZoneName(String name) -> name;
            case Value.Reference(String id) -> id;
        };
    }
}
