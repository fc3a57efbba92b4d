package holdfast.report.explain;

import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.model.Agreement;
import holdfast.language.model.Article;
import holdfast.language.model.Norm;
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Tells why verdicts are what they are: one for an agreement, its cited records and a moment. */
public final class Explainer {
    private static final int QUOTE = 600;

    private final Agreement agreement;
    private final ClauseTexts texts;
    private final CitedRecords records;
    private final Receipt receipt;
    private final int citations;
    private final UnaryOperator<String> files;
    private final DateWords dates;
    private final Wording wording;
    private final Map<Reading, Parts> byReading = new HashMap<>();
    private final Function<Verdict, Optional<Doubt>> doubts;

    /**
     * Why nobody can tell from these records what the verdict seems to say: no breach is shown, and none is ruled out.
     *
     * @param kind in place of the status: {@code not shown}
     * @param why a sentence
     */
    public record Doubt(String kind, String why) {}

    /** What depends on the reading. */
    private record Parts(
            Agreement agreement,
            Map<String, Norm> norms,
            PowerUses powers,
            DeadlineWords deadlines,
            StandingWords standing,
            OpenPoints open,
            Map<String, Roles> roles) {}

    /** The events of a clause's trigger and of its act. */
    private record Roles(Set<String> trigger, Set<String> act) {}

    /** @param citations how many records one explanation quotes at most; at least 1 */
    public Explainer(Agreement agreement, ClauseTexts texts, CitedRecords records, Receipt receipt, int citations) {
        this(agreement, texts, records, receipt, citations, UnaryOperator.identity(), v -> Optional.empty());
    }

    /**
     * @param files how the tree calls the file of an article: a page that is handed on has no folders
     * @param doubts where the records could not have shown another verdict
     */
    public Explainer(
            Agreement agreement,
            ClauseTexts texts,
            CitedRecords records,
            Receipt receipt,
            int citations,
            UnaryOperator<String> files,
            Function<Verdict, Optional<Doubt>> doubts) {
        this.files = files;
        this.doubts = doubts;
        this.agreement = agreement;
        this.texts = texts;
        this.records = records;
        this.receipt = receipt;
        this.citations = citations;
        this.dates = new DateWords(agreement.zone());
        this.wording = new Wording(agreement.zone());
    }

    /** The records that an explanation of this verdict quotes: the first of those on which it rests. */
    public static List<String> cited(Verdict verdict, int citations) {
        return verdict.records().size() <= citations
                ? verdict.records()
                : verdict.records().subList(0, citations);
    }

    /** @throws IllegalArgumentException if the verdict's clause is not in the agreement under the verdict's reading */
    public Explanation explain(Verdict verdict) {
        Parts parts = byReading.computeIfAbsent(verdict.reading(), this::parts);
        Norm norm = parts.norms().get(verdict.clause());
        if (norm == null) {
            throw new IllegalArgumentException("no clause " + verdict.clause());
        }
        return new Derivation(parts, norm, verdict).tell();
    }

    /** Why the records do not decide; empty where they do. */
    public List<OpenPoint> open(Verdict verdict) {
        Parts parts = byReading.computeIfAbsent(verdict.reading(), this::parts);
        Norm norm = parts.norms().get(verdict.clause());
        return verdict.status() != Status.UNDETERMINED || norm == null
                ? List.of()
                : parts.open().found(norm, verdict, cited(verdict, citations));
    }

    /** What was found: the status, or where the records could not have shown another, that. */
    String kind(Verdict verdict) {
        return doubts.apply(verdict).map(Doubt::kind).orElse(verdict.status().words());
    }

    private Parts parts(Reading reading) {
        Agreement under = agreement.under(reading);
        RecordWords words = new RecordWords(records, dates, wording);
        Map<String, Norm> norms = new HashMap<>();
        under.norms().forEach(n -> norms.putIfAbsent(n.id(), n));
        PowerUses powers = new PowerUses(under, records, dates);
        return new Parts(
                under,
                norms,
                powers,
                new DeadlineWords(powers, words, texts.sentences(), dates),
                new StandingWords(under, records, words),
                new OpenPoints(under, records, dates),
                new HashMap<>());
    }

    /** The derivation of one verdict: what is said once as a sentence and once as a branch of the tree. */
    private final class Derivation {
        private final Parts parts;
        private final Norm norm;
        private final Verdict verdict;
        private final RecordWords words = new RecordWords(records, dates, wording);
        private final List<String> sentences = new ArrayList<>();
        private final List<Reason> branches = new ArrayList<>();

        Derivation(Parts parts, Norm norm, Verdict verdict) {
            this.parts = parts;
            this.norm = norm;
            this.verdict = verdict;
        }

        Explanation tell() {
            sentence(doubts.apply(verdict)
                    .map(Doubt::why)
                    .orElseGet(() -> new ClaimWords(parts.agreement(), texts.sentences(), dates, receipt.now())
                            .claim(norm, verdict, verdict.status() != Status.CURED || acted())));
            article();
            clause();
            key();
            trigger();
            deadline();
            waivers();
            acts();
            open();
            reading();
            standing();
            branches.add(receipt.tree(dates));
            return new Explanation(verdict, head(), sentences, Reason.of(head() + days(), branches));
        }

        private String head() {
            String standing = verdict.standing().words();
            return norm.id() + " " + verdict.bearer() + ": " + kind(verdict)
                    + (standing.isEmpty() ? "" : ", " + standing);
        }

        private String days() {
            Optional<String> from = verdict.since().map(dates::since);
            Optional<String> to = verdict.until().map(dates::since);
            // An act that is over with itself was at one time.
            String lasted = from.isPresent() && from.equals(to)
                    ? ", " + from.get()
                    : from.map(s -> ", since " + s).orElse("")
                            + to.map(u -> ", until " + u).orElse("");
            return lasted + verdict.due().map(d -> ", due " + dates.due(d)).orElse("");
        }

        private void article() {
            Quotation quotation = Quotation.of(agreement, norm, QUOTE);
            Article article = quotation.article();
            String quote = quotation.words();
            List<Reason> under = quote.isEmpty() ? List.of() : List.of(Reason.of("\u201c" + quote + "\u201d"));
            branches.add(Reason.of(
                    "article: " + article.heading() + " (" + files.apply(article.file()) + ":" + article.line() + ")",
                    under));
            if (!quote.isEmpty()) {
                sentence(Explanation.ARTICLE + "\"" + article.heading() + "\", "
                        + (agreement.retold() ? "retold, says: \u201c" : "says: \u201c") + quote + "\u201d");
            }
        }

        private void clause() {
            String said = texts.clause(norm);
            sentence(Explanation.CLAUSE + norm.id() + ": " + said);
            List<Reason> more = new ArrayList<>();
            if (!norm.inFavourOf().isEmpty()) {
                more.add(Reason.of("in favour of " + Wording.list(norm.inFavourOf())));
            }
            more.add(Reason.of("as written: `" + texts.written(norm) + "`"));
            branches.add(Reason.of("clause " + norm.id() + ": " + said, more));
        }

        private void key() {
            if (!verdict.key().isEmpty()) {
                List<String> said = verdict.key().entrySet().stream()
                        .map(e -> KeyNames.of(norm, e.getKey()) + " is " + wording.value(e.getValue()))
                        .toList();
                sentence("Here " + Wording.list(said));
                branches.add(Reason.of("for: " + String.join(", ", said)));
            }
        }

        private void trigger() {
            if (norm.trigger().isEmpty()) {
                return;
            }
            String said = texts.sentences().trigger(norm.trigger().get());
            List<String> ids = cited().stream().filter(this::isTrigger).toList();
            branches.add(Reason.of("trigger: " + said, quoted(ids)));
            if (!ids.isEmpty()) {
                sentence(opening(norm.trigger().get()) + briefly(ids));
            }
        }

        private static String opening(Trigger trigger) {
            return switch (trigger) {
                case Trigger.OnEvent ignored -> "It was triggered by ";
                case Trigger.OnBreach on -> "The breach of " + on.of() + " that it answers is ";
                case Trigger.Continues on -> "The breach, which went on for " + on.after() + ", began with ";
                case Trigger.GrowsInto on -> "The breach and what it grew into are ";
                case Trigger.OnOutcome on ->
                    "It follows from " + on.clause() + " being " + (on.cured() ? "cured" : "fulfilled") + ": ";
                case Trigger.OnState on -> "It follows from a change of the state of affairs: ";
            };
        }

        private void deadline() {
            Optional<String> said = parts.deadlines().counted(norm, verdict.due());
            said.ifPresent(s -> {
                sentence(capital(s));
                branches.add(Reason.of("deadline: " + s));
            });
        }

        private void waivers() {
            if (verdict.status() != Status.EXCUSED && verdict.status() != Status.CURED) {
                return;
            }
            List<String> said = parts.powers().waivers(norm).stream()
                    .map(o -> words.brief(o.id()))
                    .toList();
            if (!said.isEmpty()) {
                sentence(Explanation.ON_RECORD + " as waivers of clause " + norm.id() + ": " + String.join("; ", said));
                branches.add(Reason.of("waivers", said.stream().map(Reason::of).toList()));
            }
        }

        private void acts() {
            List<String> ids = cited().stream().filter(id -> !isTrigger(id)).toList();
            if (!ids.isEmpty()) {
                sentence(Explanation.ON_RECORD + ": " + briefly(ids) + more());
                branches.add(Reason.of("records" + more(), quoted(ids)));
            } else if (owed()) {
                branches.add(Reason.of("acts: none on record in time"));
            }
        }

        private boolean owed() {
            return Duties.demandsAct(norm)
                    && (verdict.status() == Status.BREACHED || verdict.status() == Status.PENDING);
        }

        private String more() {
            int rest = verdict.records().size() - cited().size();
            return rest > 0 ? " and " + rest + " more" : "";
        }

        private void open() {
            if (verdict.status() == Status.UNDETERMINED) {
                List<String> points = parts.open().found(norm, verdict, cited()).stream()
                        .map(OpenPoint::said)
                        .toList();
                sentence("What is open: " + String.join("; ", points));
                branches.add(Reason.of("open", points.stream().map(Reason::of).toList()));
            }
        }

        private void reading() {
            if (verdict.reading().equals(Reading.NONE)) {
                return;
            }
            String said = texts.names().reading(verdict.reading());
            List<Reason> questions = new ArrayList<>();
            for (Question question : agreement.questions()) {
                if (verdict.reading().answers().containsKey(question.name())) {
                    String name = texts.names().name(question.name());
                    questions.add(Reason.of(name + (question.text().isEmpty() ? "" : ": " + question.text())
                            + "; answers " + Wording.list(answers(question))));
                }
            }
            sentence(Explanation.READ_SO + said);
            branches.add(Reason.of("reading: " + said, questions));
        }

        private List<String> answers(Question question) {
            return question.answers().stream()
                    .map(a -> "“" + texts.names().answer(question.name(), a) + "”")
                    .toList();
        }

        private void standing() {
            List<String> said = parts.standing().said(norm, verdict);
            if (!said.isEmpty()) {
                sentence(capital(String.join("; ", said)));
                branches.add(Reason.of(
                        "standing: " + said.getFirst(),
                        said.stream().skip(1).map(Reason::of).toList()));
            }
        }

        private List<String> cited() {
            return Explainer.cited(verdict, citations);
        }

        /** Of an event that only the trigger knows; where act and trigger share it, what decides is whether acts can count at all. */
        private boolean isTrigger(String id) {
            if (norm.trigger().isEmpty()) {
                return false;
            }
            Roles roles = parts.roles().computeIfAbsent(norm.id(), i -> roles());
            Optional<String> event = records.current(id).map(o -> o.event());
            if (event.isEmpty()) {
                return true;
            }
            boolean act = roles.act().contains(event.get());
            boolean trigger = roles.trigger().contains(event.get());
            return trigger && !(act && countsActs());
        }

        /** Of what a waiver made good there is a waiver on record, or the votes of a body, and no act. */
        private boolean acted() {
            Set<String> acts = new UsedNames(parts.agreement()).duty(norm).events();
            Set<String> waivers =
                    parts.powers().waivers(norm).stream().map(o -> o.id()).collect(Collectors.toSet());
            boolean waived = false;
            for (String id : cited()) {
                Optional<String> event = records.current(id).map(o -> o.event());
                if (event.filter(acts::contains).isPresent()) {
                    return true;
                }
                waived |= event.isEmpty() || waivers.contains(id);
            }
            return !waived || acts.contains("decision");
        }

        private boolean countsActs() {
            return switch (verdict.status()) {
                case FULFILLED, CURED, UNDETERMINED -> true;
                default -> false;
            };
        }

        private Roles roles() {
            return new Roles(
                    new UsedNames(parts.agreement())
                            .trigger(norm.trigger().orElseThrow())
                            .events(),
                    new UsedNames(parts.agreement()).duty(norm).events());
        }

        private List<Reason> quoted(List<String> ids) {
            return byTime(ids).stream().map(words::full).toList();
        }

        private String briefly(List<String> ids) {
            Set<String> said = new LinkedHashSet<>();
            for (String id : byTime(ids)) {
                List<String> attributions = words.attributions(id);
                said.add(words.brief(id) + (attributions.isEmpty() ? "" : ", " + String.join(", ", attributions)));
            }
            return String.join("; ", said);
        }

        private List<String> byTime(List<String> ids) {
            return ids.stream()
                    .sorted(Comparator.comparingLong((String id) -> records.current(id)
                                    .map(o -> o.occurred().lo())
                                    .orElse(Long.MAX_VALUE))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }

        private void sentence(String said) {
            String text = said.strip();
            boolean closed = text.endsWith(".") || text.endsWith(".\u201d");
            sentences.add(capital(text) + (closed ? "" : "."));
        }
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
