package holdfast.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import holdfast.server.HeldRoom;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each role in a real browser, on one server: every view opens, what the text lets one do is offered and works, and nothing else is offered. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoleByRoleTest {
    private static final String ROOM = "two-layer-framework";
    private static final List<String> VIEWS = List.of(
            "now", "articles", "clocks", "record", "ground", "readiness", "before", "exercise", "proofs", "people");

    private static final Person PUBLIC = Person.PUBLIC;
    private static final Person OBSERVER = new Person("Olha", Role.OBSERVER, Optional.of("Mission"));
    private static final Person PARTY = new Person("Petro", Role.PARTY, Optional.of("Ukraine"));
    private static final Person GUARANTOR = new Person("Gosia", Role.GUARANTOR, Optional.of("Poland"));
    private static final Person SITTING = new Person("Flore", Role.MEMBER, Optional.of("France"));
    private static final Person BODY = new Person("Clerk", Role.MEMBER, Optional.of("Commission"));
    private static final Person KEEPER = new Person("Kay", Role.KEEPER, Optional.empty());

    @TempDir
    static Path folder;

    private static HeldRoom held;
    private static Chromium chromium;
    private static final Map<Person, Page> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void open() throws Exception {
        Optional<Chromium> found = Chromium.start();
        assumeTrue(found.isPresent(), "there is no chromium on this computer: the page was not tried in a browser");
        chromium = found.get();
        held = HeldRoom.of(folder, InstantSource.system(), Path.of("../agreements", ROOM, "agreement.md"));
        String day = Instant.now().minus(Duration.ofDays(2)).toString().replaceFirst("\\..*", "Z");
        String begun = "{\"id\":\"c\",\"event\":\"ceasefire_began\",\"source\":\"Commission\",\"occurred\":\"" + day
                + "\",\"basis\":\"seen\"}";
        held.put("keeper", begun);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
            held.close();
        }
    }

    @AfterEach
    void thePageComplainsOfNothing() {
        chromium.complainsOfNothing();
    }

    /** The browser of that person, signed in. */
    private static Page of(Person person) {
        return PAGES.computeIfAbsent(person, p -> {
            Page page = chromium.page(1280, 900);
            if (p.role() != Role.PUBLIC) {
                page.navigate(held.url("/enter/" + held.accounts.invite(p)));
            }
            return page;
        });
    }

    private static Page go(Person person, String view) {
        Page page = of(person);
        Chromium.go(page, held.url("/"), "#/" + ROOM + "/" + view);
        return page;
    }

    static Stream<Arguments> roles() {
        return Stream.of(
                Arguments.of(PUBLIC, List.of()),
                Arguments.of(OBSERVER, List.of("Report what happened", "Correct", "Withdraw")),
                Arguments.of(PARTY, List.of("Report what happened", "Move a decision", "Vote", "Correct", "Withdraw")),
                Arguments.of(GUARANTOR, List.of("Report what happened", "Correct", "Withdraw")),
                Arguments.of(
                        SITTING, List.of("Report what happened", "Move a decision", "Vote", "Correct", "Withdraw")),
                Arguments.of(
                        BODY,
                        List.of(
                                "Report what happened",
                                "Say who did it",
                                "Confirm, dispute or refute",
                                "Move a decision",
                                "Correct",
                                "Withdraw")),
                Arguments.of(KEEPER, List.of()));
    }

    @ParameterizedTest
    @MethodSource("roles")
    @Order(1)
    void eachRoleSeesEveryViewAndIsOfferedWhatTheTextLetsItDoAndNothingElse(Person person, List<String> offered) {
        for (String view : VIEWS) {
            Page page = go(person, view + "?lang=en");
            assertThat(page.locator("#room > h1")).isVisible();
            assertThat(page.locator("#room [role=alert]")).hasCount(0);
        }
        Page page = go(person, "record?lang=en");
        assertThat(page.locator("[data-key=acts] > button").allInnerTexts()).isEqualTo(offered);
        assertThat(page.locator(".drop")).hasCount(offered.isEmpty() ? 0 : 1);
        boolean keeper = person.role() == Role.KEEPER;
        assertThat(page.locator("#views").getByText("People")).hasCount(keeper ? 1 : 0);
        go(person, "people?lang=en");
        assertThat(page.locator("#room form")).hasCount(keeper ? 1 : 0);
        go(person, "exercise?lang=en");
        assertThat(page.locator("#room [data-key=begin]")).hasCount(person.role() == Role.PUBLIC ? 0 : 1);
    }

    /** The form for something that is offered. */
    private static Locator form(Person person, String act) {
        Page page = go(person, "record?lang=en");
        Locator button = page.locator("[data-key=acts] > button", new Page.LocatorOptions().setHasText(act));
        String kind = button.getAttribute("data-key");
        if (!"true".equals(button.getAttribute("aria-expanded"))) {
            button.click();
        }
        // The form that was open before is there until the new one is.
        Locator form = page.locator("#say-form[data-key^='form-" + kind + "']");
        form.waitFor();
        return form;
    }

    /** Looks at it, and puts it into the record. */
    private static String put(Locator form) {
        form.getByText("Look at it first").click();
        form.locator(".outcome .preview, .outcome .bad").waitFor();
        assertThat(form.locator(".outcome").innerText()).contains("This will stand in the record");
        form.getByText("Put it into the record").click();
        assertThat(form.locator(".good")).containsText("It is in the record");
        return form.locator(".good").innerText().replaceAll("(?s).*\\((.*)\\).*", "$1");
    }

    private static void choose(Locator form, String label, String value) {
        form.getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .locator("visible=true")
                .selectOption(value);
    }

    private static Locator breach(Person person, String bearer) {
        return go(person, "articles?lang=en&clause=2.1")
                .locator("[id='clause-2.1'] .verdict", new Page.LocatorOptions().setHasText(bearer))
                .first();
    }

    private static void entry(String id, String words) {
        assertThat(go(PUBLIC, "record?lang=en&record=" + id).locator("#record-" + id))
                .containsText(words);
    }

    /** From a report to its withdrawal: each step by the one whom the text lets do it, and seen by the public. */
    @Test
    @Order(2)
    void whatHappenedIsReportedAttributedConfirmedCorrectedAndWithdrawnByThoseWhoMay() {
        Locator report = form(OBSERVER, "Report what happened");
        choose(report, "What happened", "attack");
        choose(report, "by", "unattributed");
        choose(report, "against", "Ukraine");
        report.getByLabel("killed").fill("2");
        String attack = put(report);
        assertThat(breach(PUBLIC, "nobody named")).containsText("breached");

        Locator who = form(BODY, "Say who did it");
        choose(who, "Which record", attack);
        choose(who, "Who did it", "Russia");
        put(who);
        assertThat(breach(PUBLIC, "Russia")).containsText("alleged");

        Locator finding = form(BODY, "Confirm, dispute or refute");
        choose(finding, "About", "clause");
        choose(finding, "Clause", "2.1");
        choose(finding, "By whom", "Russia");
        choose(finding, "Result", "confirmed");
        put(finding);
        assertThat(breach(PUBLIC, "Russia")).containsText("confirmed");

        Locator correction = form(OBSERVER, "Correct");
        choose(correction, "Which record", attack);
        correction.getByLabel("killed").fill("3");
        String corrected = put(correction);
        entry(attack, "Corrected by " + corrected);
        entry(corrected, "killed 3");

        Locator withdrawal = form(OBSERVER, "Withdraw");
        choose(withdrawal, "Which record", corrected);
        String withdrawn = put(withdrawal);
        entry(corrected, "Withdrawn by " + withdrawn);
    }

    @Test
    @Order(3)
    void aGuarantorSaysWhatItDidItselfAndForNobodyElse() {
        Locator report = form(GUARANTOR, "Report what happened");
        choose(report, "What happened", "warn");
        assertThat(report.locator(".fixed")).containsText("Poland");
        choose(report, "about", "2.1");
        entry(put(report), "Poland");
        Page page = of(GUARANTOR);
        page.locator("[data-key=refused] summary").click();
        assertThat(page.locator("[data-key=refused]")).containsText("Say who did it");
        assertThat(page.locator("[data-key=refused]")).containsText("Confirm, dispute or refute");
        assertThat(page.locator("[data-key=refused]")).containsText("only a member votes");
    }

    @Test
    @Order(4)
    void whoSitsInABodyMovesAndVotesThere() {
        Locator motion = form(SITTING, "Move a decision");
        motion.getByLabel("its name", new Locator.GetByLabelOptions().setExact(true))
                .fill("m1");
        motion.getByLabel("against", new Locator.GetByLabelOptions().setExact(true))
                .fill("x");
        entry(put(motion), "m1");
        for (Person voter : List.of(SITTING, PARTY)) {
            Locator vote = form(voter, "Vote");
            vote.getByLabel("Which motion").fill("m1");
            assertThat(vote.getByLabel("Who votes").locator("option")).hasCount(1);
            choose(vote, "Vote", "yes");
            entry(put(vote), "m1");
        }
    }

    /** Before signing: everybody may try a draft; an exercise is for those who have signed in. */
    @Test
    @Order(5)
    void theKeeperLetsSomebodyInWhoThenSpeaksForAParty() {
        Page page = go(KEEPER, "people?lang=en");
        page.locator("#room form [name=name]").fill("Oksana");
        page.locator("#room form [name=role]").selectOption("party");
        page.locator("#room form [name=actor]").fill("Ukraine");
        page.locator("#room form button").first().click();
        String link = page.locator("#invited .secret").innerText();
        Page fresh = chromium.page(1280, 900);
        fresh.navigate(link);
        assertThat(fresh.locator("#top .me")).containsText("Oksana");
    }
}
