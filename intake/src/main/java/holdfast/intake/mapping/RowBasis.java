package holdfast.intake.mapping;

import holdfast.intake.mapping.MappingModel.Bases;
import holdfast.intake.mapping.MappingModel.Meaning;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.TextPool;
import holdfast.intake.value.BasisWords;
import holdfast.language.diagnostic.UserWords;
import holdfast.language.model.Basis;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the reporter of a row came to know: a constant, by a code, or by the first words of a text. */
final class RowBasis {
    private final Bases bases;
    private final int cell;
    private final List<String> longestFirst;
    private final TextPool pool;
    private final Problems problems;
    private final MappingUse use;
    private String leftOut = "";

    RowBasis(Bases bases, Cells cells, TextPool pool, Problems problems, MappingUse use) {
        this.use = use;
        this.bases = bases;
        this.pool = pool;
        this.problems = problems;
        cell = bases.column().map(c -> cells.cell(c, bases.line())).orElse(-1);
        longestFirst = bases.table().meanings.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Why the row is left out, or empty. */
    String leftOut() {
        return leftOut;
    }

    /** Null if it is unknown, which is told, or if the row is left out. */
    @Nullable
    Basis of(Row row) {
        leftOut = "";
        if (bases.constant().isPresent()) {
            return bases.constant().get();
        }
        String text = row.trimmed(cell, pool);
        return switch (meaning(text)) {
            case Meaning.Is(String basis) -> BasisWords.MEANT.get(basis);
            case Meaning.AsIs() -> known(text, row);
            case Meaning.LeftOut(String reason) -> {
                leftOut = reason;
                yield null;
            }
            case Meaning.NotGiven(), Meaning.Refused() -> refused(text, row);
        };
    }

    private Meaning meaning(String text) {
        if (!bases.fromStart()) {
            return found(text, text);
        }
        for (String start : longestFirst) {
            if (text.startsWith(start) && endsWord(text, start.length())) {
                return found(start, text);
            }
        }
        return found(text, text);
    }

    private Meaning found(String code, String text) {
        Meaning meaning = bases.table().meanings.get(code);
        if (meaning == null) {
            use.stray(bases.column().orElse(""), text);
            return bases.table().otherwise;
        }
        use.translated(bases.line()).add(code);
        return meaning;
    }

    /** The empty start fits only an empty text. */
    private static boolean endsWord(String text, int at) {
        return at == text.length() || at > 0 && !Character.isLetterOrDigit(text.charAt(at));
    }

    private @Nullable Basis known(String text, Row row) {
        Basis basis = BasisWords.MEANT.get(text);
        return basis == null ? refused(text, row) : basis;
    }

    private @Nullable Basis refused(String text, Row row) {
        problems.error(
                RecordCode.UNKNOWN_CODE,
                row.line(),
                bases.column().orElse(""),
                "the mapping finds no basis in " + UserWords.quoted(text),
                bases.fromStart()
                        ? "a text that begins with one of " + String.join(", ", longestFirst)
                        : "one of " + String.join(", ", longestFirst),
                "add a line to the table `basis`");
        return null;
    }
}
