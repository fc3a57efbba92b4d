package holdfast.engine.monitor.plain;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import holdfast.engine.monitor.compile.Program;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Texts of clauses that the first tier judges, and of such as look like them. */
final class FerryTexts {
    static final String EVENTS = """
            body Commission of Isle, Mainland, Shoal, decides by majority
            Commission attributes
            event sails(by: party, pier: number, note: text)
            event docks(by: party, pier: number, on: date)
            event calls(pier: number, of: party, note: text)
            """;

    private FerryTexts() {}

    /** With each way in which a clause can be put that the first tier judges. */
    static Stream<DynamicTest> all(Consumer<Program> test) {
        return tests(plain(), test);
    }

    private static Stream<DynamicTest> tests(Map<String, String> texts, Consumer<Program> test) {
        return texts.entrySet().stream()
                .map(text -> dynamicTest(text.getKey(), () -> test.accept(Ferries.program(EVENTS + text.getValue()))));
    }

    /** Those of which the first tier judges every clause. */
    static Map<String, String> plainAlone() {
        Map<String, String> texts = plain();
        texts.keySet().removeIf(name -> name.contains("second tier") || name.startsWith("seventeen"));
        return texts;
    }

    private static Map<String, String> plain() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a deadline of hours, and what follows", """
                1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours
                1.2  on a breach X of 1.1, B must calls(of B, pier P) within 2 hours
                1.3  on a breach X of 1.1, nobody named must calls(of B, pier P) within 1 day of sails(by B, pier P)
                """);
        texts.put("a deadline of days, anchored", """
                1.1  on sails(pier P), nobody named must docks(pier P) within 1 day
                1.2  on a breach X of 1.1, Isle must calls(pier P) within 2 days of sails(pier P)
                1.3  on a breach X of 1.1, nobody named must calls(pier P) within 3 hours
                """);
        texts.put("a deadline that includes its first day", """
                1.1  on sails(pier P, note N), Isle must calls(pier P, note N) within 2 days including the first day
                1.2  on a breach X of 1.1, Mainland must calls(of Isle, pier P, note N) within 1 day including the first day
                """);
        texts.put("a duty without a deadline, of one kind of ferry", """
                1.1  on sails(by Isle, pier P, note N), nobody named must calls(pier P, of Shores)
                1.2  on calls(pier P, note "rough"), Mainland must docks(by Mainland, pier P) within 2 hours
                1.3  on docks(by B, pier 1), B must sails(by B, pier 2) within 3 hours
                """);
        texts.put("one who was met meets another", """
                event meets(by: party, with: party)
                1.1  on meets(with B), B must meets(by B) within 3 hours
                """);
        texts.put("never", """
                1.1  each party B must not sails(by B, pier 1)
                1.2  anyone B must not sails(by B, note "rough")
                1.3  each B of Shores must not docks(by B)
                1.4  nobody named must not calls(pier 2)
                1.5  Isle must not calls(of Isle)
                """);
        texts.put("never, and a breach lasts", """
                1.1  each party B must not sails(by B, pier 1)
                a breach of 1.1 ends after 2 hours without a further act
                1.2  anyone B must not docks(by B)
                a breach of 1.2 ends after 1 day without a further act
                1.3  nobody named must not calls(pier 2)
                a breach of 1.3 ends after 3 hours without a further act
                """);
        texts.put("while a state holds", """
                state fog(P) begins with calls(pier P, note "rough"), ends with calls(pier P, note "calm")
                1.1  while fog(Q), each party B must not sails(by B, pier Q)
                state strike(P, N) begins with sails(pier P, note N), ends with calls(pier P, note N)
                1.2  while strike(P, N), anyone B must not calls(of B, pier P, note N)
                a breach of 1.2 ends after 3 hours without a further act
                """);
        texts.put("while one of them is in a state", """
                state afloat(B, P) begins with sails(by B, pier P), ends with docks(by B, pier P)
                1.1  while afloat(Isle, P), nobody named must not calls(pier P)
                """);
        texts.put("while any of several began", """
                state shut(P) begins with calls(pier P) or docks(pier P, by Isle), ends with docks(pier P, by Mainland) or docks(pier P, by Shoal)
                1.1  while shut(P), nobody named must not sails(pier P)
                """);
        texts.put("so many within hours", """
                define rush(pier P) as at least 3 sails(pier P) within 3 hours
                1.1  nobody named must not rush(pier P)
                define row(by B) as at least 2 docks(by B) within 2 hours
                1.2  each party B must not row(by B)
                define swarm(pier P) as at least 17 calls(pier P) within 1 day
                1.3  nobody named must not swarm(pier P)
                """);
        texts.put("so many, ever or within days, and a breach lasts", """
                define rush(by B, pier P) as at least 4 sails(by B, pier P) within 1 day
                1.1  anyone B must not rush(by B)
                a breach of 1.1 ends after 2 hours without a further act
                define habit(by B) as at least 6 docks(by B)
                1.2  each B of Shores must not habit(by B)
                a breach of 1.2 ends after 1 day without a further act
                define swarm(pier P) as at least 18 calls(pier P) within 2 days
                1.3  nobody named must not swarm(pier P)
                define once(pier P) as at least 1 calls(pier P)
                1.4  nobody named must not once(pier P)
                """);
        texts.put("while a truce holds, or does not", """
                state truce begins with calls(note "rough"), ends with calls(note "calm")
                1.1  while truce, each party B must not sails(by B, pier 1)
                1.2  while not truce, anyone B must not docks(by B)
                a breach of 1.2 ends after 3 hours without a further act
                state quiet is truce and calls(pier 2) has happened
                1.3  while quiet, nobody named must not sails(pier 1)
                1.4  while no calls(pier 2) for 3 hours, nobody named must not docks(pier 2)
                """);
        texts.put("for a time, and one pier after another", """
                term season is 2 days from calls(pier 2)
                state fog(P) begins with docks(pier P, by Isle), ends with docks(pier P, by Mainland)
                1.1  while fog(P) and season, nobody named must not sails(pier P)
                define rush(by B) as at least 2 sails(by B) within 3 hours
                1.2  while season, each B of Shores must not rush(by B)
                """);
        texts.put("while the text itself is in force", """
                in force while calls(note "rough") has happened
                1.1  each party B must not sails(by B)
                a breach of 1.1 ends after 1 day without a further act
                1.2  while docks has happened, nobody named must not sails(pier 1)
                define rush(pier P) as at least 3 docks(pier P) within 3 hours
                1.3  nobody named must not rush(pier P)
                """);
        texts.put("while something holds that the acts themselves change", """
                state afloat begins with sails(by Isle), ends with docks(by Isle)
                1.1  while afloat, nobody named must not sails(pier 1)
                1.2  nobody named must not calls(pier 2)
                """);
        texts.put("of some values", """
                1.1  each party B must not sails(by B, pier P) where P more than 1
                1.2  on calls(pier P, note N) where N is not "calm", nobody named must docks(pier P, on D) within 3 hours where D at least 2015-03-29
                1.3  on a breach X of 1.2, nobody named must sails(pier P, by B) within 1 day where B is Shores or P is 2
                define rush(by B) as at least 2 sails(by B, pier P) within 3 hours where P at most 1 and B is not Shoal
                1.4  anyone B must not rush(by B)
                """);
        texts.put("a body decides on breaches", """
                Commission confirms breaches of 1
                1.1  each party B must not sails(by B)
                a breach of 1.1 ends after 3 hours without a further act
                1.2  on sails(pier P), nobody named must docks(pier P) within 3 hours
                Commission confirms breaches of 2, and silence for 3 hours leaves them alleged
                2.1  nobody named must not calls(pier 2)
                """);
        texts.put("with clauses that only the second tier judges", """
                1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours
                1.2  nobody named must not sails(pier 1)
                1.3  on calls(pier P), if sails has happened, nobody named must calls(pier P) within 1 day
                define rush(pier P) as at least 3 docks(pier P) within 3 hours
                1.4  nobody named must not rush(pier P)
                """);
        texts.put("sixteen of a kind", ofAKind(16));
        texts.put("seventeen of a kind, and one of another", ofAKind(17) + """
                2.1  on docks(by B, pier P), B must docks(by B, on 2015-03-29) within 3 hours
                """);
        return texts;
    }

    /** Clauses that look much like those that the first tier judges; some are. */
    static Stream<DynamicTest> strange(Consumer<Program> test) {
        return tests(strange(), test);
    }

    private static Map<String, String> strange() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a power over it", """
                1.1  nobody named must not sails(pier 1)
                1.2  Isle may suspend 1.1 with calls(of Isle)
                """);
        texts.put("a power over what follows", """
                1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours
                1.2  Isle may excuse 1.1 with calls(of Isle)
                """);
        texts.put("a finding on it", """
                1.1  nobody named must not sails(pier 1)
                Commission confirms breaches of 1.1
                """);
        texts.put("evidence for it", """
                1.1  nobody named must not sails(pier 1)
                evidence for 1.1 is seen
                """);
        texts.put("somebody who answers for another", """
                1.1  each party B must not sails(by B)
                Isle answers for Pirates
                """);
        texts.put("another's deed is nobody's duty", """
                1.1  on sails(pier P), Isle must docks(by Isle, pier P) within 3 hours
                Isle answers for Pirates
                """);
        texts.put("in force for a while", """
                in force while calls has happened
                1.1  nobody named must not sails(pier 1)
                """);
        texts.put("a question", """
                question when_due answers soon, late
                read when_due as soon, 1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours
                read when_due as late, 1.1  on sails(pier P), nobody named must docks(pier P) within 1 day
                """);
        texts.put("a duty while a state holds", """
                state fog(P) begins with calls(pier P), ends with docks(pier P)
                1.1  while fog(1), on sails(pier P), nobody named must docks(pier P) within 3 hours
                """);
        texts.put("a duty on a condition", """
                1.1  on sails(pier P), if calls has happened, nobody named must docks(pier P) within 3 hours
                """);
        texts.put("acts that must be of a kind", """
                1.1  on sails(pier P), nobody named must calls(pier P, note N) within 3 hours where N is "calm"
                """);
        texts.put("two acts", """
                1.1  on sails(pier P), nobody named must docks(pier P) at least 2 times within 3 hours
                """);
        texts.put("so much in all", """
                1.1  on sails(note N), nobody named must calls(note N) totalling 3 of pier within 3 hours
                """);
        texts.put("not before a day", """
                1.1  on sails(pier P), nobody named must docks(pier P) not before 2015-03-28, by 2015-03-29
                """);
        texts.put("by a day", """
                1.1  on sails(pier P), nobody named must docks(pier P) by 2015-03-28
                """);
        texts.put("at once", """
                1.1  on sails(pier P), nobody named must docks(pier P) at once
                """);
        texts.put("without a trigger", """
                1.1  Isle must docks within 1 day of sails(by Isle)
                """);
        texts.put("when a duty is done", """
                1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours
                1.2  when 1.1 is fulfilled, nobody named must calls within 1 day
                """);
        texts.put("when a state begins", """
                state fog(P) begins with calls(pier P), ends with docks(pier P)
                1.1  when fog(1) begins, nobody named must docks within 3 hours
                """);
        texts.put("a trigger of a kind", """
                1.1  on sails(pier P, note N) where N is "calm", nobody named must docks(pier P) within 3 hours
                """);
        texts.put("of another event", """
                1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours of calls(pier P)
                """);
        texts.put("of the report", """
                1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours of the report
                """);
        texts.put("any act will do", """
                1.1  on sails(pier P), nobody named must docks within 3 hours
                """);
        texts.put("a breach by somebody", """
                1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours
                1.2  on a breach X of 1.1 by Isle, nobody named must calls(of Isle, pier P) within 3 hours
                """);
        texts.put("a breach by whom it names", """
                1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours
                1.2  on a breach X of 1.1 by W, nobody named must calls(of W) within 3 hours
                """);
        texts.put("a breach of either", """
                1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours
                1.2  on sails(pier P), nobody named must docks(pier P) within 1 hour
                2.1  on a breach X of 1, nobody named must docks(pier P) within 1 day
                """);
        texts.put("a breach that is over again", """
                1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours
                1.2  on a breach X of 1.1, nobody named must calls within 1 day
                """);
        texts.put("a breach of what is forbidden", """
                1.1  nobody named must not sails(pier P)
                1.2  on a breach X of 1.1, nobody named must calls within 1 day
                """);
        texts.put("what follows from what follows", """
                1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours
                1.2  on a breach X of 1.1, nobody named must calls(pier P) within 3 hours
                1.3  on a breach Y of 1.2, nobody named must calls(pier P) within 3 hours
                """);
        texts.put("what follows, of another anchor", """
                1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours
                1.2  on a breach X of 1.1, nobody named must calls(pier P) within 3 hours of docks(pier P)
                """);
        texts.put("what follows, of the start", """
                1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours
                1.2  on a breach X of 1.1, nobody named must calls(pier P) within 3 hours of the start of X
                """);
        texts.put("what follows, of a narrower anchor", """
                1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours
                1.2  on a breach X of 1.1, nobody named must calls(pier P) within 1 day of sails(pier P, note "calm")
                """);
        texts.put("what follows for whoever was bound", """
                1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours
                1.2  on a breach X of 1.1, B must calls(pier P) within 1 day
                """);
        texts.put("what follows is about the breach", """
                event warns(pier: number, about: breach)
                1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours
                1.2  on a breach X of 1.1, nobody named must warns(pier P, about X) within 1 day
                """);
        texts.put("two who are bound", """
                1.1  on sails(pier P), Isle and Mainland must docks(pier P) within 3 hours
                """);
        texts.put("each who is bound", """
                1.1  on sails(pier P), each party B must docks(by B, pier P) within 3 hours
                """);
        texts.put("each of a group", """
                1.1  on sails(pier P), each B of Shores must docks(by B, pier P) within 3 hours
                """);
        texts.put("whoever was called is bound, and whoever does it", """
                1.1  on calls(of B, pier P), B must docks(pier P) within 3 hours
                """);
        texts.put("whoever was called is bound, and another does it", """
                1.1  on calls(of B, pier P), B must docks(by Isle, pier P) within 3 hours
                """);
        texts.put("nobody is bound, and somebody does it", """
                1.1  on calls(of B, pier P), nobody named must docks(by B, pier P) within 3 hours
                """);
        texts.put("forbidden of a kind", """
                1.1  each party B must not sails(by B, note N) where N is "calm"
                """);
        texts.put("forbidden unless", """
                1.1  each party B must not sails(by B, pier P) unless calls(pier 1) has happened
                """);
        texts.put("forbidden while not", """
                state fog(P) begins with calls(pier P), ends with docks(pier P)
                1.1  while not fog(1), nobody named must not sails
                """);
        texts.put("forbidden while a state of one key holds", """
                state fog(P) begins with calls(pier P), ends with docks(pier P)
                1.1  while fog(1), nobody named must not sails(pier P)
                """);
        texts.put("forbidden while a state of one key and another holds", """
                state fog(P, N) begins with calls(pier P, note N), ends with sails(pier P, note N)
                1.1  while fog(P, "calm"), nobody named must not docks(pier P)
                """);
        texts.put("forbidden while a state of any key holds", """
                state fog begins with calls, ends with docks
                1.1  while fog, nobody named must not sails(pier P)
                """);
        texts.put("forbidden while a state that the key does not end", """
                state fog(P) begins with calls(pier P), ends with docks
                1.1  while fog(P), nobody named must not sails(pier P)
                """);
        texts.put("forbidden while a state that never ends", """
                state fog(P) begins with calls(pier P)
                1.1  while fog(P), nobody named must not sails(pier P)
                """);
        texts.put("forbidden while a state of one note holds", """
                state fog(P) begins with calls(pier P, note N), ends with docks(pier P)
                1.1  while fog(P), nobody named must not sails(pier P, note N)
                """);
        texts.put("forbidden while a condition holds", """
                state fog is calls has happened
                1.1  while fog, nobody named must not sails(pier P)
                """);
        texts.put("forbidden while its own bearer is in a state", """
                state afloat(B) begins with sails(by B), ends with docks(by B)
                1.1  while afloat(B), each party B must not calls(of B)
                """);
        texts.put("forbidden while a group is in a state", """
                state afloat(B) begins with sails(by B), ends with docks(by B)
                1.1  while afloat(Shores), nobody named must not calls
                """);
        texts.put("forbidden while so many", """
                define rush(pier P) as at least 3 sails(pier P) within 3 hours
                state fog(P) begins with calls(pier P), ends with docks(pier P)
                1.1  while fog(P), nobody named must not rush(pier P)
                """);
        texts.put("so many of a kind", """
                define rush(pier P) as at least 2 sails(pier P, note N) within 3 hours where N is "calm"
                1.1  nobody named must not rush(pier P)
                """);
        texts.put("so many of one note", """
                define rush(pier P) as at least 2 sails(pier P, note "calm") within 3 hours
                1.1  nobody named must not rush(pier P)
                """);
        texts.put("so many of one key", """
                define rush(pier P) as at least 2 sails(pier P) within 3 hours
                1.1  nobody named must not rush(pier 1)
                """);
        texts.put("so many of all keys together", """
                define rush(by B) as at least 2 sails(by B, pier P) within 3 hours
                1.1  each party B must not rush(by B)
                """);
        texts.put("so many at all", """
                define rush as at least 5 sails within 3 hours
                1.1  nobody named must not rush
                """);
        texts.put("so many different ones", """
                define rush(by B) as at least 2 different P in sails(by B, pier P) within 3 hours
                1.1  each party B must not rush(by B)
                """);
        texts.put("so much in sum", """
                define rush(by B) as sum of pier in sails(by B) at least 3 within 3 hours
                1.1  each party B must not rush(by B)
                """);
        texts.put("one after the other", """
                define rush(pier P) as sails(pier P) then docks(pier P) within 3 hours
                1.1  nobody named must not rush(pier P)
                """);
        texts.put("none within", """
                define rush(pier P) as no docks(pier P) within 3 hours of sails(pier P)
                1.1  nobody named must not rush(pier P)
                """);
        texts.put("two that are one", """
                define moves(pier P) as sails(pier P) or docks(pier P)
                1.1  nobody named must not moves(pier P)
                """);
        texts.put("another name", """
                define moves(pier P, by B) as sails(pier P, by B) or sails(pier P, by B)
                1.1  each party B must not moves(by B, pier 1)
                """);
        texts.put("another name for some", """
                define moves(pier P) as sails(pier P) where P is 1
                1.1  nobody named must not moves(pier P)
                """);
        texts.put("another name for one note", """
                define moves(pier P) as sails(pier P, note "calm")
                1.1  nobody named must not moves(pier P)
                """);
        texts.put("another name with other words", """
                define moves(berth P) as sails(pier P)
                1.1  nobody named must not moves(berth 1)
                """);
        texts.put("another name of so many", """
                define rush(pier P) as at least 2 sails(pier P) within 3 hours
                define press(pier P) as rush(pier P)
                1.1  nobody named must not press(pier P)
                """);
        texts.put("another name of so many of some", """
                define rush(pier P, by B) as at least 2 sails(pier P, by B) within 3 hours
                define press(pier P) as rush(pier P)
                1.1  nobody named must not press(pier P)
                """);
        texts.put("another name of so many, of some keys", """
                define rush(pier P) as at least 2 sails(pier P) within 3 hours
                define press(pier P) as rush(pier P) where P is 1
                1.1  nobody named must not press(pier P)
                """);
        texts.put("forbidden while a state whose pattern has a name that the clause has for something else", """
                state fog(P) begins with calls(pier P, note N), ends with docks(pier P)
                1.1  while fog(N), nobody named must not sails(pier N)
                """);
        texts.put("a breach by one of those who are bound", """
                1.1  on sails(by B, pier P), B must docks(by B, pier P) within 3 hours
                1.2  on a breach X of 1.1 by Isle, nobody named must calls(of B, pier P) within 3 hours
                """);
        texts.put("forbidden while one of a group is in a state", """
                state afloat(B, P) begins with sails(by B, pier P), ends with docks(by B, pier P)
                1.1  while afloat(Shores, P), nobody named must not calls(pier P)
                """);
        texts.put("forbidden while a state that ends for every note", """
                state fog(P, N) begins with calls(pier P, note N), ends with docks(pier P)
                1.1  while fog(P, "calm"), nobody named must not sails(pier P)
                """);
        texts.put("set off by so many", """
                define rush(pier P) as at least 2 sails(pier P) within 3 hours
                1.1  on rush(pier P), nobody named must docks(pier P) within 3 hours
                """);
        texts.put("set off by the first", """
                event meets(by: party, with: party), once
                1.1  on meets(by B), B must docks(by B) within 3 hours
                """);
        texts.put("done by so many", """
                define rush(pier P) as at least 2 sails(pier P) within 3 hours
                1.1  on docks(pier P), nobody named must rush(pier P) within 3 hours
                """);
        texts.put("another name of either", """
                define rush(pier P) as at least 2 sails(pier P) within 3 hours
                define crowd(pier P) as at least 2 docks(pier P) within 3 hours
                define press(pier P) as rush(pier P) or crowd(pier P)
                1.1  nobody named must not press(pier P)
                """);
        texts.put("whom it is done to", """
                1.1  each party B must not calls(of B)
                """);
        texts.put("one who meets itself", """
                event meets(by: party, with: party)
                1.1  each party B must not meets(by B, with B)
                """);
        texts.put("one who meets another", """
                event meets(by: party, with: party)
                1.1  each party B must not meets(with B)
                1.2  anyone A must not meets(by Isle, with A)
                """);
        texts.put("one who counts once", """
                event meets(by: party, with: party), once
                1.1  each party B must not meets(by B)
                """);
        texts.put("nobody's deed", """
                1.1  nobody named must not sails(by unattributed)
                1.2  on sails(by unattributed, pier P), Isle must docks(by unattributed, pier P) within 3 hours
                """);
        texts.put("a decision", """
                1.1  nobody named must not decision(of Commission)
                """);
        texts.put("what is breached elsewhere", """
                1.1  on sails(pier P), nobody named must docks(pier P) within 3 hours
                1.2  on calls(pier P), if 1.1 is breached, nobody named must calls(pier P) within 3 hours
                """);
        return texts;
    }

    static String ofAKind(int many) {
        StringBuilder text = new StringBuilder();
        IntStream.rangeClosed(1, many)
                .forEach(i -> text.append("1.")
                        .append(i)
                        .append("  on sails(pier P, by B), B must calls(pier P) within ")
                        .append(i)
                        .append(" hours\n"));
        return text.toString();
    }
}
