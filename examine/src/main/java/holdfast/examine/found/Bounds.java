package holdfast.examine.found;

import java.time.Duration;

/**
 * How far the examiner looks. It says so with every answer: what is not found within these bounds is not thereby safe.
 *
 * @param defectors how many guarantors may break their word beside the violator, at most; 0 or more
 * @param evasions how many acts the violator and those who need not help may do beyond the violation itself, to get away from the answer; 0 or more
 * @param requests how many acts of the protected side, beyond its duties, set the answer in motion; 0 or more
 * @param help how many acts that nobody must do are tried where the question is what could follow if everybody helped; 0 or more
 * @param readings how many combinations of answers to the text's questions are tried for one clause; 1 or more
 * @param horizon how long after the violation a history is followed
 * @param work how much is played in all: one for each moment at which a monitor is asked, and one for each clause each time that a monitor is made; counted, not timed, so that
 *     the same text is broken off at the same place on every machine
 */
public record Bounds(int defectors, int evasions, int requests, int help, int readings, Duration horizon, long work) {
    public static final Bounds USUAL = new Bounds(1, 1, 2, 2, 32, Duration.ofDays(400), 4_000_000);

    public Bounds {
        if (defectors < 0 || evasions < 0 || requests < 0 || help < 0 || readings < 1 || work < 1) {
            throw new IllegalArgumentException(
                    "bounds are not negative, and there is at least one reading, and some work");
        }
    }

    public Bounds withDefectors(int k) {
        return new Bounds(k, evasions, requests, help, readings, horizon, work);
    }

    public Bounds withWork(long most) {
        return new Bounds(defectors, evasions, requests, help, readings, horizon, most);
    }
}
