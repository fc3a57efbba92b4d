package holdfast.examine.redline;

import holdfast.examine.play.Act;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Ways;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Happenings that are tried together: most are one act; a count asks for several, a decision for a motion and votes. */
record Chunk(List<Part> parts) {
    /** @param after how long after the first of them, in milliseconds */
    record Part(Happening what, long after) {}

    /** Simple ones first, so that what is left out where there are too many does not hang on which draft asked for it. */
    static final Comparator<Chunk> ORDER =
            Comparator.comparingInt((Chunk c) -> c.parts().size()).thenComparing(Chunk::toString);

    Chunk {
        parts = List.copyOf(parts);
    }

    static Chunk of(Happening what) {
        return new Chunk(List.of(new Part(what, 0)));
    }

    static Chunk of(List<Ways.Step> way) {
        long first = way.stream().mapToLong(Ways.Step::before).max().orElse(0);
        List<Part> parts = new ArrayList<>();
        way.forEach(s -> parts.add(new Part(new Happening.Done(s.act()), first - s.before())));
        parts.sort(Comparator.comparingLong(Part::after));
        return new Chunk(parts);
    }

    static Chunk planned(List<Plan> plans) {
        long first = plans.stream().mapToLong(Plan::at).min().orElse(0);
        List<Part> parts = new ArrayList<>();
        for (Plan plan : plans) {
            if (plan instanceof Plan.Done done) {
                parts.add(new Part(new Happening.Done(done.act()), done.at() - first));
            }
        }
        parts.sort(Comparator.comparingLong(Part::after));
        return new Chunk(parts);
    }

    /** One chunk, and then another some time after its last part. */
    Chunk then(Chunk other, long later) {
        List<Part> all = new ArrayList<>(parts);
        other.parts.forEach(p -> all.add(new Part(p.what(), p.after() + later)));
        return new Chunk(all);
    }

    long length() {
        return parts.isEmpty() ? 0 : parts.getLast().after();
    }

    /** Motions and votes of one chunk belong together, and not to those of another. */
    List<Placed> at(long start, int number) {
        List<Placed> placed = new ArrayList<>();
        for (Part part : parts) {
            Happening what = part.what();
            if (what instanceof Happening.Done(Act act)
                    && (act.event().equals("motion") || act.event().equals("vote"))) {
                what = new Happening.Done(act.with("id", new Value.Text("motion" + number)));
            }
            placed.add(new Placed(what, start + part.after()));
        }
        return placed;
    }
}
