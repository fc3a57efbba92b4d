package holdfast.drafting.redline;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
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
        int done = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            Chunk<String> was = delta.getSource();
            Chunk<String> is = delta.getTarget();
            unchanged(done, is.getPosition(), parts);
            done = is.getPosition() + is.size();
            changed(
                    old.blocks().subList(was.getPosition(), was.getPosition() + was.size()),
                    young.blocks().subList(is.getPosition(), done),
                    parts);
        }
        unchanged(done, young.blocks().size(), parts);
        return new Redlined(parts, notes);
    }

    /** As the later text has them, with their own bold and italic letters. */
    private void unchanged(int from, int to, List<Part> parts) {
        young.blocks().subList(from, to).forEach(b -> parts.add(whole(b, Change.KEPT)));
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
        int done = 0;
        for (AbstractDelta<Token> delta : DiffUtils.diff(was, is).getDeltas()) {
            piece(Change.KEPT, is.subList(done, delta.getTarget().getPosition()), pieces);
            piece(Change.TAKEN_OUT, delta.getSource().getLines(), pieces);
            piece(Change.PUT_IN, delta.getTarget().getLines(), pieces);
            done = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        piece(Change.KEPT, is.subList(done, is.size()), pieces);
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
        return Redlined.whole(block, change, words -> marked(words, of));
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
