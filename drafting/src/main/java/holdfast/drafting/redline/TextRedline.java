package holdfast.drafting.redline;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import holdfast.drafting.text.Block;
import holdfast.drafting.text.PlainText;
import holdfast.drafting.text.PlainText.Note;
import holdfast.drafting.text.Redlined;
import holdfast.drafting.text.Redlined.Change;
import holdfast.drafting.text.Redlined.Line;
import holdfast.drafting.text.Redlined.Part;
import holdfast.drafting.text.Redlined.Piece;
import holdfast.drafting.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The later of two texts, against the earlier one. Headings, paragraphs and tables are paired first, those that are alike by their words; then the words of each pair.
 * Whoever accepts all changes has the later text, whoever rejects all the earlier one. Letters that only became bold or italic are no change.
 */
public final class TextRedline {
    private final PlainText old;
    private final PlainText young;
    private final Map<String, Note> notesOfOld = new HashMap<>();
    private final Map<String, Note> notesOfYoung = new HashMap<>();
    private final List<Note> notes = new ArrayList<>();

    private TextRedline(PlainText old, PlainText young) {
        this.old = old;
        this.young = young;
        old.notes().forEach(n -> notesOfOld.put(n.label(), n));
        young.notes().forEach(n -> notesOfYoung.put(n.label(), n));
    }

    public static Redlined of(PlainText old, PlainText young) {
        return new TextRedline(old, young).compare();
    }

    private Redlined compare() {
        List<Part> parts = new ArrayList<>();
        List<String> before = old.blocks().stream().map(b -> key(b, notesOfOld)).toList();
        List<String> after =
                young.blocks().stream().map(b -> key(b, notesOfYoung)).toList();
        int i = 0;
        int j = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            int from = delta.getSource().getPosition();
            while (i < from) {
                parts.add(unchanged(i++, j++));
            }
            int toOld = from + delta.getSource().size();
            int toYoung = delta.getTarget().getPosition() + delta.getTarget().size();
            changed(old.blocks().subList(i, toOld), young.blocks().subList(j, toYoung), parts);
            i = toOld;
            j = toYoung;
        }
        while (i < old.blocks().size()) {
            parts.add(unchanged(i++, j++));
        }
        return new Redlined(parts, notes);
    }

    /** As the later text has it, with its own bold and italic letters. */
    private Part unchanged(int ignored, int at) {
        return whole(young.blocks().get(at), Change.KEPT);
    }

    private void changed(List<Block> before, List<Block> after, List<Part> parts) {
        int i = 0;
        int j = 0;
        for (Pairing.Pair pair : Pairing.of(before, after)) {
            while (i < pair.before()) {
                parts.add(whole(before.get(i++), Change.TAKEN_OUT));
            }
            while (j < pair.after()) {
                parts.add(whole(after.get(j++), Change.PUT_IN));
            }
            parts.add(paired(before.get(i++), after.get(j++)));
        }
        while (i < before.size()) {
            parts.add(whole(before.get(i++), Change.TAKEN_OUT));
        }
        while (j < after.size()) {
            parts.add(whole(after.get(j++), Change.PUT_IN));
        }
    }

    private Part paired(Block before, Block after) {
        if (before instanceof Block.Table t && after instanceof Block.Table u) {
            List<List<List<Piece>>> rows = new ArrayList<>();
            for (int r = 0; r < t.rows().size(); r++) {
                List<List<Piece>> row = new ArrayList<>();
                for (int c = 0; c < t.rows().get(r).size(); c++) {
                    row.add(pieces(
                            t.rows().get(r).get(c).words(),
                            u.rows().get(r).get(c).words()));
                }
                rows.add(row);
            }
            return new Redlined.Table(Change.KEPT, rows);
        }
        int level = after instanceof Block.Heading h ? h.level() : 0;
        return new Line(Change.KEPT, level, pieces(words(before), words(after)));
    }

    static List<Span> words(Block block) {
        return switch (block) {
            case Block.Heading h -> h.words();
            case Block.Paragraph p -> p.words();
            case Block.Table t ->
                t.rows().stream()
                        .flatMap(List::stream)
                        .flatMap(c -> c.words().stream())
                        .toList();
        };
    }

    private List<Piece> pieces(List<Span> before, List<Span> after) {
        List<Token> was = Token.of(before, notesOfOld);
        List<Token> is = Token.of(after, notesOfYoung);
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (AbstractDelta<Token> delta : DiffUtils.diff(was, is).getDeltas()) {
            int same = delta.getSource().getPosition() - i;
            piece(Change.KEPT, is.subList(j, j + same), pieces);
            i += same + delta.getSource().size();
            int toYoung = delta.getTarget().getPosition() + delta.getTarget().size();
            piece(Change.TAKEN_OUT, was.subList(i - delta.getSource().size(), i), pieces);
            piece(Change.PUT_IN, is.subList(j + same, toYoung), pieces);
            j = toYoung;
        }
        piece(Change.KEPT, is.subList(j, is.size()), pieces);
        return pieces;
    }

    private void piece(Change change, List<Token> tokens, List<Piece> pieces) {
        if (!tokens.isEmpty()) {
            boolean ofOld = change == Change.TAKEN_OUT;
            pieces.add(new Piece(change, marked(Token.spans(tokens), ofOld ? notesOfOld : notesOfYoung)));
        }
    }

    private Part whole(Block block, Change change) {
        Map<String, Note> of = change == Change.TAKEN_OUT ? notesOfOld : notesOfYoung;
        Part part = Redlined.whole(block, change);
        return switch (part) {
            case Line l -> new Line(l.change(), l.level(), remarked(l.pieces(), of));
            case Redlined.Table t ->
                new Redlined.Table(
                        t.change(),
                        t.rows().stream()
                                .map(r -> r.stream().map(c -> remarked(c, of)).toList())
                                .toList());
        };
    }

    private List<Piece> remarked(List<Piece> pieces, Map<String, Note> of) {
        return pieces.stream()
                .map(p -> new Piece(p.change(), marked(p.words(), of)))
                .toList();
    }

    /** Notes of both texts stand in one list: each mark gets the label of its own. */
    private List<Span> marked(List<Span> words, Map<String, Note> of) {
        List<Span> marked = new ArrayList<>();
        for (Span span : words) {
            if (span instanceof Span.NoteMark mark && of.containsKey(mark.label())) {
                Note note = of.get(mark.label());
                String label = (note.isAtEnd() ? Note.AT_END : "") + (notes.size() + 1);
                notes.add(new Note(label, note.words()));
                marked.add(new Span.NoteMark(label));
            } else {
                marked.add(span);
            }
        }
        return marked;
    }

    /** By what two blocks are the same. */
    private static String key(Block block, Map<String, Note> notes) {
        return switch (block) {
            case Block.Heading h -> h.level() + "#" + Token.key(h.words(), notes);
            case Block.Paragraph p -> "p" + Token.key(p.words(), notes);
            case Block.Table t -> {
                StringBuilder key = new StringBuilder("t");
                t.rows().forEach(r -> {
                    key.append("\u0001");
                    r.forEach(c -> key.append("\u0002").append(Token.key(c.words(), notes)));
                });
                yield key.toString();
            }
        };
    }
}
