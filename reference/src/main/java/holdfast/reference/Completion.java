package holdfast.reference;

import holdfast.engine.Record.Finding;
import holdfast.engine.Time;
import holdfast.reference.Facts.Fact;
import java.util.Optional;
import java.util.Random;

/** What may have been, as far as the records leave it open (section 14): what they say, or one way in which it was. */
interface Completion {

    /** Nothing is filled in. */
    Completion NOTHING = new Completion() {
        @Override
        public Optional<Fact> of(Fact fact, long now) {
            return Optional.of(fact);
        }

        @Override
        public Finding of(Finding finding, long now) {
            return finding;
        }

        @Override
        public Optional<Boolean> of(String term) {
            return Optional.empty();
        }
    };

    /** A fact at one instant, sure; or none, if it is disputed. */
    Optional<Fact> of(Fact fact, long now);

    /** A finding made at one instant. */
    Finding of(Finding finding, long now);

    /** What a term means that nobody ruled on. */
    Optional<Boolean> of(String term);

    /** Where in its interval a time lies. */
    enum Where {
        FIRST,
        LAST,
        ANYWHERE
    }

    /** One that follows from the seed. */
    static Completion of(Where where, long seed) {
        return new Completion() {
            @Override
            public Optional<Fact> of(Fact fact, long now) {
                if (fact.event().equals("motion") || fact.event().equals("vote")) {
                    return Optional.of(fact);
                }
                Random random = random(fact.id());
                if (!fact.sure() && random.nextBoolean()) {
                    return Optional.empty();
                }
                return Optional.of(fact.completed(at(fact.time(), now, random)));
            }

            @Override
            public Finding of(Finding f, long now) {
                return new Finding(
                        f.id(),
                        f.recorded(),
                        f.source(),
                        f.corrects(),
                        at(f.occurred(), now, random(f.id())),
                        f.about(),
                        f.clause(),
                        f.bearer(),
                        f.term(),
                        f.result());
            }

            @Override
            public Optional<Boolean> of(String term) {
                return Optional.of(random(term).nextBoolean());
            }

            private Random random(String id) {
                Random random = new Random(seed * 31 + id.hashCode());
                random.nextInt();
                return random;
            }

            /** What is in history has happened by now. */
            private Time at(Time time, long now, Random random) {
                long hi = Math.min(time.hi(), now);
                boolean end = random.nextInt(4) == 0;
                boolean last = random.nextBoolean();
                long inside = time.lo() + (hi == time.lo() ? 0 : (long) (random.nextDouble() * (hi - time.lo() + 1)));
                return Time.at(
                        switch (where) {
                            case FIRST -> time.lo();
                            case LAST -> hi;
                            case ANYWHERE -> end ? (last ? hi : time.lo()) : Math.min(inside, hi);
                        });
            }
        };
    }
}
