package holdfast.report.explain;

import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Takes the clauses from the document as they are written there. */
public final class ClauseSources {
    /** A line that begins another statement than a clause; which lines begin clauses and rules the agreement itself tells. */
    private static final Pattern DECLARATION = Pattern.compile(
            "\\s*(--|source\\b|event\\b|state\\b|define\\b|zone\\b|group\\b|body\\b|party\\b|actor\\b|guarantor\\b"
                    + "|undefined\\b|question\\b|measures\\b|layer\\b|read\\b|evidence\\b|nobody confirms\\b|```|~~~).*|.*\\bin favour of\\b.*");

    private static final Pattern NUMBER = Pattern.compile("^[A-Za-z0-9_.]*\\d[A-Za-z0-9_.]*\\s+");
    private static final Pattern COMMENT = Pattern.compile("\\s--\\s.*$");

    private ClauseSources() {}

    /** @param lines the lines of a file, called as the agreement's articles call it */
    public static ClauseTexts of(Agreement agreement, Function<String, List<String>> lines) {
        Map<String, List<String>> files = new HashMap<>();
        Map<String, Set<Integer>> starts = new HashMap<>();
        agreement
                .norms()
                .forEach(n -> start(agreement, n.origin().article(), n.origin().line(), starts));
        for (Rule rule : agreement.rules()) {
            start(agreement, rule.origin().article(), rule.origin().line(), starts);
        }
        Map<Norm, String> written = new IdentityHashMap<>();
        for (Norm norm : agreement.norms()) {
            String file = agreement.article(norm.origin()).file();
            List<String> ofFile = files.computeIfAbsent(file, lines);
            String text = text(ofFile, norm, starts.getOrDefault(file, Set.of()));
            if (!text.isEmpty()) {
                written.put(norm, text);
            }
        }
        return new ClauseTexts(agreement, written);
    }

    private static void start(Agreement agreement, int article, int line, Map<String, Set<Integer>> starts) {
        starts.computeIfAbsent(agreement.articles().get(article).file(), f -> new HashSet<>())
                .add(line);
    }

    private static String text(List<String> lines, Norm norm, Set<Integer> starts) {
        int line = norm.origin().line();
        if (line > lines.size() || norm.origin().column() > lines.get(line - 1).length()) {
            return "";
        }
        StringBuilder text = new StringBuilder(
                bare(lines.get(line - 1).substring(norm.origin().column() - 1)));
        for (int next = line + 1; next <= lines.size(); next++) {
            String more = lines.get(next - 1);
            if (more.isBlank()
                    || starts.contains(next)
                    || DECLARATION.matcher(more).matches()) {
                break;
            }
            text.append(' ').append(bare(more));
        }
        String said = text.toString();
        // Behind the reading's prefix and the clause's number.
        int id = said.indexOf(shortId(norm.id()));
        return id < 0 ? "" : NUMBER.matcher(said.substring(id)).replaceFirst("").strip();
    }

    /** An annex's clauses carry its name before their number; in its own document they do not. */
    private static String shortId(String id) {
        return Character.isDigit(id.charAt(0)) ? id : id.substring(id.indexOf('.') + 1);
    }

    private static String bare(String line) {
        return COMMENT.matcher(line).replaceFirst("").strip();
    }
}
