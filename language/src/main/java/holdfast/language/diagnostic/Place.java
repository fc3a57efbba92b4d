package holdfast.language.diagnostic;

/** Where something is wrong. Files are called as the user named them. */
public sealed interface Place {
    /** Empty where no file is meant. */
    String file();

    /** A whole file, where no line can be pointed at. */
    record WholeFile(String file) implements Place {}

    /**
     * In a text, where a caret can point at it.
     *
     * @param heading the heading of the article; may be empty
     * @param line one-based
     * @param column one-based, in UTF-16 units of the line
     * @param length how many units the caret underlines; at least 1, and not beyond the end of the line by more than
     *     one
     * @param sourceLine the line as it stands in the file; empty where there is none
     */
    record InText(String file, String heading, int line, int column, int length, String sourceLine) implements Place {
        public InText {
            length = Math.max(1, length);
        }
    }

    /**
     * In a table, or in another file that is taken line by line.
     *
     * @param number of the line or row, one-based; 0 where the column as such is meant
     * @param column its name; empty where the whole row is meant
     */
    record InTable(String file, Counted counted, long number, String column) implements Place {}

    /**
     * On a sheet of a workbook, where people look for a cell.
     *
     * @param row as the program that shows the sheet counts it; 0 where the column as such is meant
     * @param letters of the cell's column, such as {@code C}; empty where no one cell is meant
     * @param column what the header calls that column; empty where the whole row is meant
     */
    record InSheet(String file, String sheet, long row, String letters, String column) implements Place {
        /** {@code C612}; empty where no one cell is meant. */
        public String cell() {
            return letters.isEmpty() || row == 0 ? "" : letters + row;
        }
    }

    /** What is counted in a file: a row of a workbook stands on no line. */
    enum Counted {
        LINES("line"),
        ROWS("row");

        private final String word;

        Counted(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * In a text from a word processor, which has paragraphs and no lines.
     *
     * @param number of the paragraph, one-based, as it stands in the text; those of tables are counted too
     * @param under the article that it stands in, such as {@code Article 4}; may be empty
     */
    record InParagraph(String file, long number, String under) implements Place {}

    /**
     * On a map.
     *
     * @param within such as {@code feature 2 `corridor`, ring 1, position 4}; empty where the map as a whole is meant
     */
    record OnMap(String file, String within) implements Place {}

    /**
     * A zone of the agreement, which may come of several files or of none.
     *
     * @param line where the agreement declares it; 0 where that says nothing
     */
    record OfZone(String zone, int line) implements Place {
        @Override
        public String file() {
            return "";
        }
    }

    /** The whole file where neither a number nor a column is given. */
    static Place inTable(String file, Counted counted, long number, String column) {
        return number == 0 && column.isEmpty() ? new WholeFile(file) : new InTable(file, counted, number, column);
    }

    static Place onMap(String file) {
        return new OnMap(file, "");
    }
}
