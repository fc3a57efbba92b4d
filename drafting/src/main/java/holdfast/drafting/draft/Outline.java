package holdfast.drafting.draft;

import holdfast.drafting.draft.ArticleHeads.Kind;
import holdfast.drafting.text.Block;
import holdfast.drafting.text.Span;
import holdfast.drafting.word.WordBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the articles of a text from Word begin. Word says it of headings that have a style for headings; where it says nothing, the words do. Under a heading without
 * a number of its own, or under none, numbered points are articles too.
 */
final class Outline {
    private static final int LONGEST_TITLE = 250;
    private static final int FEWEST_POINTS = 2;

    private final List<WordBlock> blocks;
    private final boolean divided;
    private final boolean titled;
    private final boolean titleByOutline;

    private Outline(List<WordBlock> blocks) {
        this.blocks = blocks;
        this.divided = blocks.stream().anyMatch(b -> kind(b) == Kind.DIVISION);
        this.titleByOutline = isOnlyTopHeading();
        this.titled = !blocks.isEmpty() && (titleByOutline || isTitle(blocks.getFirst()));
    }

    /**
     * A block, and what begins with it.
     *
     * @param number of its paragraph in Word
     */
    record Placed(Block block, long number, Start start) {}

    /** What begins with a block. */
    enum Start {
        NOTHING,
        TITLE,
        PREAMBLE,
        /** A part that need not have clauses of its own: it may hold articles. */
        PART,
        ARTICLE
    }

    static List<Placed> of(List<WordBlock> blocks) {
        return new Outline(blocks).place();
    }

    private List<Placed> place() {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            placed.add(place(blocks.get(i), i == 0));
        }
        return withPoints(placed);
    }

    private Placed place(WordBlock block, boolean first) {
        return switch (block) {
            case WordBlock.Table t -> new Placed(t.table(), t.number(), Start.NOTHING);
            case WordBlock.Paragraph p -> {
                if (p.title() || first && titled) {
                    yield new Placed(new Block.Heading(1, p.words()), p.number(), first ? Start.TITLE : Start.PART);
                }
                yield place(p);
            }
        };
    }

    private Placed place(WordBlock.Paragraph p) {
        Kind kind = kind(p);
        Start start = switch (kind) {
            case ARTICLE, RUN_IN -> Start.ARTICLE;
            case DIVISION -> Start.PART;
            case PREAMBLE -> Start.PREAMBLE;
            case POINT, NOTHING -> p.outline().isPresent() ? Start.PART : Start.NOTHING;
        };
        boolean heading =
                p.outline().isPresent() || kind == Kind.ARTICLE || kind == Kind.DIVISION || kind == Kind.PREAMBLE;
        if (!heading) {
            return new Placed(new Block.Paragraph(p.words()), p.number(), start);
        }
        boolean numbered = !ArticleHeads.number(Span.plain(p.words())).isEmpty();
        return new Placed(
                new Block.Heading(level(p, kind), p.words()),
                p.number(),
                start == Start.PART && numbered && kind != Kind.DIVISION ? Start.ARTICLE : start);
    }

    private int level(WordBlock.Paragraph p, Kind kind) {
        if (p.outline().isPresent()) {
            int below = titleByOutline ? 1 : 2;
            return Math.min(Block.Heading.DEEPEST, p.outline().get() + below);
        }
        return divided && kind == Kind.ARTICLE ? 3 : 2;
    }

    private static Kind kind(WordBlock block) {
        return block instanceof WordBlock.Paragraph p ? kind(p) : Kind.NOTHING;
    }

    private static Kind kind(WordBlock.Paragraph p) {
        return ArticleHeads.of(
                Span.plain(p.words()), p.setApart() || p.outline().isPresent());
    }

    /** The first paragraph is the title where it stands apart and begins nothing else. */
    private static boolean isTitle(WordBlock first) {
        return first instanceof WordBlock.Paragraph p
                && (p.title()
                        || p.setApart()
                                && p.listLevel().isEmpty()
                                && Span.plain(p.words()).length() <= LONGEST_TITLE
                                && (kind(p) == Kind.NOTHING || kind(p) == Kind.DIVISION));
    }

    /** Many call the title of a text a heading of the first level, and its articles headings of the second. */
    private boolean isOnlyTopHeading() {
        List<WordBlock.Paragraph> headings = blocks.stream()
                .filter(WordBlock.Paragraph.class::isInstance)
                .map(WordBlock.Paragraph.class::cast)
                .filter(p -> p.outline().isPresent())
                .toList();
        return headings.size() > 1
                && blocks.getFirst() == headings.getFirst()
                && headings.stream()
                                .filter(p -> p.outline().equals(Optional.of(0)))
                                .count()
                        == 1
                && headings.getFirst().outline().equals(Optional.of(0))
                && kind(headings.getFirst()) != Kind.ARTICLE;
    }

    /** Points are articles where what they stand under has no number, and there are several of them. */
    private List<Placed> withPoints(List<Placed> placed) {
        List<Placed> result = new ArrayList<>(placed);
        int from = 0;
        while (from < placed.size()) {
            int to = from + 1;
            while (to < placed.size() && placed.get(to).start() == Start.NOTHING) {
                to++;
            }
            if (placed.get(from).start() != Start.ARTICLE && placed.get(from).start() != Start.PREAMBLE) {
                pointsIn(from, to, result);
            }
            from = to;
        }
        return result;
    }

    private void pointsIn(int from, int to, List<Placed> result) {
        List<Integer> points = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (int i = from; i < to; i++) {
            if (result.get(i).block() instanceof Block.Paragraph p && isTopPoint(blocks.get(i))) {
                points.add(i);
                numbers.add(ArticleHeads.pointNumber(Span.plain(p.words())));
            }
        }
        // Where the same numbers come again, they number something smaller.
        if (points.size() >= FEWEST_POINTS && numbers.size() == points.size()) {
            for (int i : points) {
                result.set(i, new Placed(result.get(i).block(), result.get(i).number(), Start.ARTICLE));
            }
        }
    }

    private static boolean isTopPoint(WordBlock block) {
        return block instanceof WordBlock.Paragraph p
                && p.listLevel().map(l -> l == 0).orElse(true)
                && !ArticleHeads.pointNumber(Span.plain(p.words())).isEmpty();
    }
}
