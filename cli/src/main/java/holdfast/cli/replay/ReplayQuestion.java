package holdfast.cli.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a replay is asked, as it was written on the command line.
 *
 * @param records files; none, and no maps either: the agreement's own
 * @param maps series of maps
 * @param mapRules the rules of these series, from another file
 * @param asOf the moment of knowledge; none: when the last record became known
 * @param now the moment asked about; none: the moment of knowledge
 * @param from what was over, or done, before it is left out
 * @param since an earlier moment of knowledge to compare with
 * @param ahead up to when it is told what comes if no further record does; none: as far as the command usually looks
 * @param clauses clauses or articles; none: all
 * @param bearers none: all
 */
public record ReplayQuestion(
        List<Path> records,
        List<Path> maps,
        Optional<Path> mapRules,
        List<Path> mappings,
        Optional<String> asOf,
        Optional<String> now,
        Optional<String> from,
        Optional<String> since,
        Optional<String> ahead,
        List<String> clauses,
        List<String> bearers) {

    /** The same as things stand at the clock's moment, as far as they are known then. */
    public ReplayQuestion asOfTheClock() {
        return new ReplayQuestion(
                records,
                maps,
                mapRules,
                mappings,
                Optional.of("now"),
                Optional.of("now"),
                from,
                since,
                ahead,
                clauses,
                bearers);
    }

    /** The same with another file in place of one. */
    public ReplayQuestion with(Path given, Path read) {
        return new ReplayQuestion(
                records.stream().map(r -> r.equals(given) ? read : r).toList(),
                maps,
                mapRules,
                mappings,
                asOf,
                now,
                from,
                since,
                ahead,
                clauses,
                bearers);
    }
}
