package holdfast.report.replay;

import holdfast.engine.horizon.Behind;
import holdfast.engine.horizon.Final;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.report.page.ShellWord;
import holdfast.report.standing.BehindHorizon;
import holdfast.report.standing.Replay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what of a replay with a horizon is final and went, and which records were told too late to be taken. */
final class BehindHorizonWords {
    private final Replay replay;
    private final BehindHorizon behind;

    BehindHorizonWords(Replay replay, BehindHorizon behind) {
        this.replay = replay;
        this.behind = behind;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String edge = new DateWords(replay.agreement().zone()).moment(behind.edge());
        long all = behind.counts().stream().mapToLong(Final.Count::number).sum();
        lines.add("What happened before " + edge + " is final, except what is still open: "
                + (all == 0
                        ? "no verdict went yet"
                        : number(all) + (all == 1 ? " verdict" : " verdicts") + " went"
                                + behind.archive().map(a -> " to " + a).orElse(", and were counted only")));
        perClause().forEach((clause, counts) -> lines.add(clause + " " + counts));
        late(lines);
        return lines;
    }

    private Map<String, String> perClause() {
        return behind.counts().stream()
                .collect(Collectors.groupingBy(
                        c -> c.clause()
                                + (c.reading().answers().isEmpty()
                                        ? ""
                                        : " ("
                                                + replay.texts()
                                                        .names()
                                                        .inText(c.reading().toString()) + ")"),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                c -> c.status().words() + " " + number(c.number()), Collectors.joining(", "))));
    }

    private void late(List<String> lines) {
        Map<Behind.Why, List<String>> names = new LinkedHashMap<>();
        behind.late()
                .forEach(b -> names.computeIfAbsent(b.why(), w -> new ArrayList<>())
                        .add(b.record().id()));
        names.forEach((why, ids) -> lines.add("Not taken, " + because(why) + ": " + Wording.list(ids)));
    }

    private static String because(Behind.Why why) {
        return switch (why) {
            case HAPPENED -> "since it was told when what happened lay behind the horizon";
            case SPEAKS_OF_WHAT_HAPPENED -> "since it changes what lay behind the horizon when it was told";
            case SPEAKS_OF_WHAT_IS_NOT_AT_HAND ->
                "since it speaks of a record that is not at hand: it is final, or never came";
        };
    }

    /** What can be typed to read the archive. */
    List<String> commands() {
        boolean any = behind.archive().isPresent() && !behind.counts().isEmpty();
        return any
                ? List.of("why something final is so: holdfast explain " + ShellWord.of(replay.name()) + " --records "
                        + ShellWord.of(behind.archive().orElseThrow() + "/records.jsonl") + " --clause "
                        + behind.counts().getFirst().clause())
                : List.of();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
