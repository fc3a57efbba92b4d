package holdfast.intake.mapping.syntax;

import holdfast.intake.problem.DidYouMean;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the statements of a mapping are written, for those who nearly wrote one. */
public final class StatementForms {
    private static final Map<String, String> FORMS = forms();

    private StatementForms() {}

    private static Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        for (String form : new String[] {
            "mapping \"TITLE\"",
            "file \"reports.csv\"",
            "columns day, side, town",
            "separator semicolon",
            "sheet \"NAME\"",
            "header is row 3",
            "encoding Windows-1252",
            "decimal comma",
            "thousands point",
            "dates are day month year",
            "skip line 2: \"a row of tags\"",
            "zone Europe/Kyiv",
            "time is COLUMN",
            "precision is COLUMN:",
            "recorded is COLUMN",
            "source is COLUMN",
            "author is COLUMN",
            "id is COLUMN",
            "incident is COLUMN",
            "corrects is COLUMN",
            "basis is seen",
            "codes for COLUMN:",
            "several in COLUMN, separated by \";\": one record for each",
            "coordinates of COLUMN are LATITUDE, LONGITUDE",
            "each column from FIRST to LAST is a row: its name is COLUMN, its cell is COLUMN",
            "what cannot be read is left out: \"REASON\"",
            "otherwise left out: \"REASON\"",
            "every row becomes EVENT(by COLUMN)"
        }) {
            forms.put(form.substring(0, form.indexOf(' ')), form);
        }
        return forms;
    }

    /** The form of the statement that begins with this word, or with one that is like it; in backquotes, empty if there is none. */
    public static String like(String word) {
        String known = FORMS.containsKey(word) ? word : DidYouMean.misspelt(word, FORMS.keySet());
        String form = FORMS.get(known);
        return form == null ? "" : "`" + form + "`";
    }
}
