package holdfast.engine.monitor.definition;

import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Derived;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Node;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.language.model.Body;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What bodies decide by voting (semantics, section 7). One cell for each motion. */
public final class DecisionNode extends Node {
    /** Positions of {@code of, id, on} in a motion, {@code by, id, choice} in a vote, and {@code of, id, on, result} in a decision. */
    private static final int OF = 0;

    private static final int ID = 1;
    private static final int ON = 2;
    private static final int BY = 0;
    private static final int CHOICE = 2;

    private final Gathering out;
    private final Map<Long, Body> bodies = new HashMap<>();
    private final Map<Occurrence, Decided> motions = new IdentityHashMap<>();
    private final Map<Long, Bucket> votes = new HashMap<>();
    private final long yes;
    private final long no;
    private final long abstain;
    private final long adopted;
    private final long refused;

    public DecisionNode(Graph graph, List<Body> bodies, Stream motionStream, Stream voteStream, Stream decisions) {
        super(graph);
        this.out = new Gathering(decisions);
        bodies.forEach(b -> this.bodies.put(graph.symbols.number(b.name()), b));
        this.yes = graph.symbols.number("yes");
        this.no = graph.symbols.number("no");
        this.abstain = graph.symbols.number("abstain");
        this.adopted = graph.symbols.number("adopted");
        this.refused = graph.symbols.number("refused");
        graph.listen(motionStream, new Motions());
        graph.listen(voteStream, new Votes());
    }

    @Override
    public void begin() {
        out.clear();
        motions.clear();
        votes.clear();
    }

    private final class Motions implements Stream.Listener {
        @Override
        public void added(Occurrence motion) {
            Body body = bodies.get(motion.values[OF]);
            if (body != null && body.decidesByVote()) {
                Decided cell = new Decided(motion, body);
                motions.put(motion, cell);
                cell.touch();
            }
        }

        @Override
        public void removed(Occurrence motion) {
            Decided cell = motions.remove(motion);
            if (cell != null) {
                cell.retract();
            }
        }
    }

    private final class Votes implements Stream.Listener {
        @Override
        public void added(Occurrence vote) {
            if (vote.values[ID] != Symbols.MISSING) {
                votes(vote.values[ID]).add(vote);
            }
        }

        @Override
        public void removed(Occurrence vote) {
            if (vote.values[ID] != Symbols.MISSING) {
                votes(vote.values[ID]).remove(vote);
            }
        }
    }

    private Bucket votes(long id) {
        return votes.computeIfAbsent(id, i -> new Bucket());
    }

    private final class Decided extends Cell {
        private final Occurrence motion;
        private final Body body;
        private final Map<Long, String> members = new LinkedHashMap<>();
        private final Bucket ballots;
        private final long limit;
        private @Nullable Derived given;
        private boolean gone;

        Decided(Occurrence motion, Body body) {
            super(DecisionNode.this);
            this.motion = motion;
            this.body = body;
            body.members().forEach(m -> members.put(graph.symbols.number(m), m));
            this.ballots = motion.values[ID] == Symbols.MISSING ? new Bucket() : votes(motion.values[ID]);
            this.limit = body.within()
                    .map(w -> graph.civil.deadline(motion.hi, w, body.includingFirstDay()))
                    .orElse(Long.MAX_VALUE);
            ballots.readBy(this);
        }

        void retract() {
            gone = true;
            give(null);
        }

        @Override
        public void refresh(long from, long to) {
            if (gone) {
                return;
            }
            Derived decision = decide();
            boolean unchanged = given == null ? decision == null : decision != null && given.same(decision);
            if (!unchanged) {
                give(decision);
            }
        }

        private void give(@Nullable Derived decision) {
            if (given != null) {
                out.remove(given);
            }
            given = decision;
            if (decision != null) {
                out.add(decision);
            }
        }

        private @Nullable Derived decide() {
            TreeSet<Long> moments = new TreeSet<>();
            moments.add(motion.hi);
            List<Occurrence> cast = new ArrayList<>();
            for (int i = 0; i < ballots.size(); i++) {
                Occurrence vote = ballots.get(i);
                if (vote.hi >= motion.lo && members.containsKey(vote.values[BY]) && isVote(vote)) {
                    cast.add(vote);
                    if (vote.hi <= limit) {
                        moments.add(vote.hi);
                    }
                }
            }
            if (limit != Long.MAX_VALUE) {
                moments.add(limit);
            }
            cast.sort(Occurrence.BY_END);
            wakeAt(Long.MAX_VALUE);
            for (long t : moments) {
                boolean come = t == limit ? graph.now() > t : t <= graph.now();
                if (!come) {
                    wakeAt(t == limit ? t + 1 : t);
                    return null;
                }
                Derived decision = decideAt(t, cast);
                if (decision != null) {
                    return decision;
                }
            }
            return null;
        }

        /** Whatever is no choice is no vote: a misspelt one never counts for anything. */
        private boolean isVote(Occurrence vote) {
            long choice = vote.values[CHOICE];
            return choice == yes || choice == no || choice == abstain;
        }

        private @Nullable Derived decideAt(long t, List<Occurrence> cast) {
            Map<Long, Occurrence> latest = new LinkedHashMap<>();
            for (Occurrence vote : cast) {
                if (vote.hi <= t) {
                    latest.put(vote.values[BY], vote);
                }
            }
            boolean end = t == limit;
            int ayes = 0;
            int noes = 0;
            boolean vetoed = false;
            boolean vetoHoldersVoted = true;
            for (Map.Entry<Long, String> member : members.entrySet()) {
                Occurrence vote = latest.get(member.getKey());
                boolean aye = vote != null ? vote.values[CHOICE] == yes : end && body.silence() == Body.Silence.CONSENT;
                boolean nay = vote != null ? vote.values[CHOICE] == no : end && body.silence() == Body.Silence.REFUSAL;
                ayes += aye ? 1 : 0;
                noes += nay ? 1 : 0;
                if (body.vetoes().contains(member.getValue())) {
                    vetoed |= nay;
                    vetoHoldersVoted &= vote != null || end;
                }
            }
            if (ayes >= body.need() && !vetoed && vetoHoldersVoted) {
                return decision(t, adopted, latest);
            }
            boolean lost = vetoed || noes > members.size() - body.need() || end;
            return lost ? decision(t, refused, latest) : null;
        }

        private Derived decision(long t, long result, Map<Long, Occurrence> counted) {
            List<Occurrence> basis = new ArrayList<>(counted.values());
            basis.add(motion);
            boolean sure = basis.stream().allMatch(o -> o.sure);
            long[] values = {motion.values[OF], motion.values[ID], motion.values[ON], result};
            return new Derived(t, t, sure, values, Derived.union(basis));
        }
    }
}
