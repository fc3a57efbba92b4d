package holdfast.drafting.draft;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of sentence, and the clause patterns (docs/clause-patterns.md) by which such sentences are usually written. It is a hint for whoever writes the clause: what
 * the sentence means is not decided here.
 *
 * @param numbers of the patterns, such as {@code CP30}
 * @param title what such sentences do
 * @param form how such a clause looks; {@code N} stands for its number, and capitals for what is to be filled in
 * @param words by which the kind is recognised, in English, Ukrainian and Russian
 */
record LikelyPattern(String numbers, String title, String form, Pattern words) {
    private static final int SHOWN = 60;

    private static LikelyPattern of(String numbers, String title, String form, String... words) {
        return new LikelyPattern(
                numbers,
                title,
                form,
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + String.join("|", words) + ")",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** Whether it is written as a clause, and not as a declaration or a rule. */
    boolean isClause() {
        return form.startsWith("N  ");
    }

    /** A duty of which no more is known than that it is one. */
    boolean isPlainDuty() {
        return this == ALL.getLast();
    }

    /** What a text needs to be told once. */
    boolean isOfTheWhole() {
        return form.startsWith("body ");
    }

    private static final String ANY = "[^.;]{0,60}?";

    static final List<LikelyPattern> ALL = List.of(
            of(
                    "CP30",
                    "a prohibition",
                    "N  each party P must not ACT(by P)",
                    "shall not",
                    "must not",
                    "may not",
                    "will not",
                    "cannot",
                    "(shall |to |will )?refrain(s|ing)? from",
                    "(is|are) prohibited",
                    "prohibits?",
                    "undertakes? not to",
                    "agrees? not to",
                    "no party (shall|may|will)",
                    "neither (party|side)( (shall|may|must|will))?",
                    "abstain from",
                    "desist from",
                    "не (має|мають|повинн\\p{L}+|може|можуть|допуска\\p{L}+|застосову\\p{L}+|вчиня\\p{L}+)",
                    "забороня\\p{L}+",
                    "заборонен\\p{L}+",
                    "утрим\\p{L}+ від",
                    "не (долж\\p{L}+|может|могут|применя\\p{L}+)",
                    "запреща\\p{L}+",
                    "запрещен\\p{L}+",
                    "воздерж\\p{L}+"),
            of(
                    "CP01, CP45",
                    "a ceasefire: a state that begins with an event",
                    "state ceasefire begins with ENTRY_INTO_FORCE; N  while ceasefire, anyone A must not FIRE(by A)",
                    "cease[- ]?fire",
                    "cessation of (all )?(hostilities|fire|military)",
                    "cease (all )?(fire|hostilities|military)",
                    "end of hostilities",
                    "truce",
                    "припинен\\p{L}+ (вогню|бойових)",
                    "перемир\\p{L}+",
                    "режим\\p{L}* тиші",
                    "прекращен\\p{L}+ (огня|боевых)"),
            of(
                    "CP02, CP03, CP04",
                    "a withdrawal, perhaps to a distance",
                    "N  each party P must WITHDRAW(by P) within 10 days of EVENT; zone STRIP is 30 km wide along LINE, in total",
                    "withdraw(s|al|n|ing)?(?! from (this|the) (agreement|treaty|memorandum|protocol))",
                    "pull(ed|ing)?[- ]?(back|out)",
                    "redeploy\\p{L}*",
                    "disengag\\p{L}+",
                    "separation of forces",
                    "відвед\\p{L}+",
                    "відвод\\p{L}+",
                    "виведен\\p{L}+",
                    "вивод\\p{L}+",
                    "отвод\\p{L}*",
                    "отвед\\p{L}+",
                    "вывод\\p{L}*"),
            of(
                    "CP05, CP06",
                    "a deadline in hours, days or months",
                    "N  each party P must ACT(by P) within 10 days of EVENT",
                    "within" + ANY + "(hours?|days?|weeks?|months?|years?)",
                    "(no|not) later than" + ANY + "(hours?|days?|weeks?|months?|years?)",
                    "[Dd]\\s?[+-]\\s?[0-9]+",
                    "(протягом|впродовж)" + ANY + "(годин|дн|діб|доб|тижн|місяц|рок)",
                    "не пізніше" + ANY + "(годин|дн|діб|тижн|місяц|рок)",
                    "(в течение|не позднее)" + ANY + "(час|дн|сут|недел|месяц|лет)"),
            of(
                    "CP10, CP42",
                    "a day by which something is done",
                    "N  each party P must ACT(by P) by 2026-06-30",
                    "by (the )?[0-9]{1,2}(st|nd|rd|th)?( day of)? \\p{L}+ [0-9]{4}",
                    "by the end of",
                    "before [0-9]{1,2} \\p{L}+",
                    "(no|not) later than [0-9]{1,2} \\p{L}+",
                    "by \\p{Lu}\\p{L}+ [0-9]{1,2}",
                    "до [0-9]{1,2}[. ]",
                    "не пізніше [0-9]{1,2}[. ]",
                    "до кінця",
                    "не позднее [0-9]{1,2}[. ]",
                    "до конца"),
            of(
                    "-",
                    "a time that is no number: decide on one, or on `at once`, which is by the end of the day",
                    "N  each party P must ACT(by P) at once of EVENT",
                    "immediate(ly)?",
                    "promptly",
                    "without delay",
                    "as soon as (possible|practicable)",
                    "urgently",
                    "негайн\\p{L}+",
                    "невідкладн\\p{L}+",
                    "якнайшвидше",
                    "немедленн\\p{L}+",
                    "незамедлительн\\p{L}+"),
            of(
                    "CP34",
                    "an act that comes again and again",
                    "N  NAME must ACT every 1 month",
                    "every (\\p{L}+ )?(day|week|month|year|hour)s?",
                    "each (day|week|month|year)",
                    "monthly",
                    "weekly",
                    "annually",
                    "annual",
                    "quarterly",
                    "twice a",
                    "once a",
                    "daily",
                    "regular(ly)?",
                    "щомісяц\\p{L}*",
                    "щотиж\\p{L}*",
                    "щороку",
                    "щорічн\\p{L}*",
                    "щоден\\p{L}*",
                    "регулярн\\p{L}*",
                    "ежемесяч\\p{L}*",
                    "еженедел\\p{L}*",
                    "ежегод\\p{L}*",
                    "ежеднев\\p{L}*"),
            of(
                    "CP32, CP34",
                    "monitoring: who watches, by what, how often",
                    "N  NAME must PATROL(by NAME) every 1 day; event PATROL(by: party) is watching",
                    "monitor\\p{L}*",
                    "observ(e|er|ers|ation|ing)\\b",
                    "verif\\p{L}+",
                    "inspect\\p{L}*",
                    "patrol\\p{L}*",
                    "supervis\\p{L}+",
                    "моніторинг\\p{L}*",
                    "спостере\\p{L}+",
                    "верифік\\p{L}+",
                    "перевір\\p{L}+",
                    "інспек\\p{L}+",
                    "мониторинг\\p{L}*",
                    "наблюд\\p{L}+",
                    "провер\\p{L}+"),
            of(
                    "CP33, CP11",
                    "access or passage, and that keeping out is a breach",
                    "N  each party P must not DENY_ACCESS(by P); event DENY_ACCESS(by: party) is denial",
                    "access",
                    "freedom of movement",
                    "unhindered",
                    "unimpeded",
                    "safe passage",
                    "corridors?",
                    "доступ\\p{L}*",
                    "безперешкодн\\p{L}+",
                    "коридор\\p{L}*",
                    "беспрепятственн\\p{L}+"),
            of(
                    "CP36, CP22",
                    "who confirms that something was broken",
                    "BODY confirms breaches of N, and silence for 3 days leaves them alleged",
                    "confirm\\p{L}*",
                    "determin\\p{L}+ (that|whether)",
                    "certif\\p{L}+",
                    "establish\\p{L}* (that|whether|the fact)",
                    "finding",
                    "підтвер\\p{L}+",
                    "встанов\\p{L}+ факт\\p{L}*",
                    "подтвер\\p{L}+",
                    "установ\\p{L}+ факт\\p{L}*"),
            of(
                    "CP37",
                    "who says who did it",
                    "NAME attributes",
                    "attribut\\p{L}+",
                    "(party|side|those|person) responsible",
                    "identif\\p{L}+ (the )?(party|side|perpetrator)",
                    "винн\\p{L}+ сторон\\p{L}+",
                    "виновн\\p{L}+ сторон\\p{L}+"),
            of(
                    "CP24, CP18",
                    "what answers a breach: a ladder of measures with clocks",
                    "measures from weakest: consultation(talk), sanctions, assistance; event RESPOND(by: party, about: breach) is"
                            + " sanctions, HELP(by: party, about: breach) is assistance; N  on a breach B of CLAUSE, each"
                            + " guarantor must RESPOND(about B) within 24 hours; N  if B continues after 72 hours, each"
                            + " guarantor must HELP(about B) within 7 days; a breach of CLAUSE ends after 24 hours without a"
                            + " further act",
                    "in (the )?(case|event) of" + ANY + "(breach|violation|attack|aggression)",
                    "(any|a) (breach|violation)",
                    "if" + ANY + "(violat|attack|breach)\\p{L}*",
                    "armed attack",
                    "[ву] (разі|випадку)" + ANY + "(порушен|напад|агресі)\\p{L}*",
                    "в случае" + ANY + "(нарушен|нападен|агресс)\\p{L}*"),
            of(
                    "CP18, CP19",
                    "consultations, with a clock or without",
                    "N  on EVENT, each guarantor G must CONSULT(by G) within 24 hours",
                    "consult\\p{L}*",
                    "консульт\\p{L}+"),
            of(
                    "CP20, CP21, CP46",
                    "help: whose, of what kind, whether each decides by itself",
                    "N  on EVENT, each guarantor G must ASSIST(by G) within 10 days",
                    "assist\\p{L}*",
                    "(military|financial|security) (support|aid)",
                    "provide" + ANY + "(support|equipment|weapons|arms|aid)",
                    "допомог\\p{L}*",
                    "підтримк\\p{L}+",
                    "помощ\\p{L}*",
                    "поддержк\\p{L}+"),
            of(
                    "CP38, CP40",
                    "a notice, or an exchange of data",
                    "N  on EVENT, each party P must NOTIFY(by P) within 24 hours",
                    "notif\\p{L}+",
                    "inform(s|ed)?\\b",
                    "exchange (of )?(information|data|lists|maps)",
                    "hot-?line",
                    "повідом\\p{L}+",
                    "інформу\\p{L}+",
                    "обмін\\p{L}* (інформац|дан|списк)\\p{L}*",
                    "уведом\\p{L}+",
                    "информир\\p{L}+"),
            of(
                    "CP58",
                    "something is published or reported",
                    "N  on EVENT, BODY must PUBLISH within 7 days; event PUBLISH is publishing",
                    "publish\\p{L}*",
                    "made? public",
                    "report(s|ed)? to",
                    "оприлюдн\\p{L}+",
                    "публік\\p{L}+",
                    "доповіда\\p{L}+",
                    "опублик\\p{L}+"),
            of(
                    "CP35, CP54",
                    "a body: its members, how it decides, by when it is set up",
                    "body NAME \"TITLE\" of A, B, decides by consensus, within 3 days, silence means refusal",
                    "commission",
                    "committee",
                    "council",
                    "coordination cent(re|er)",
                    "joint (body|group|mechanism|cent(re|er))",
                    "комісі\\p{L}+",
                    "комітет\\p{L}*",
                    "рад[аиіуою]+(?![\\p{L}])",
                    "координаційн\\p{L}+",
                    "комисси\\p{L}+",
                    "комитет\\p{L}*",
                    "совет\\p{L}*"),
            of(
                    "CP25, CP29",
                    "a vote: how many, who has a veto",
                    "body NAME of A, B, C, decides by majority, A may veto",
                    "majority",
                    "consensus",
                    "unanim\\p{L}+",
                    "veto",
                    "by mutual (consent|agreement)",
                    "більшіст\\p{L}*",
                    "консенсус\\p{L}*",
                    "одноголосн\\p{L}+",
                    "за взаємною згодою",
                    "большинств\\p{L}+",
                    "единогласн\\p{L}+",
                    "по взаимному согласию"),
            of(
                    "CP39, CP23",
                    "a right",
                    "N  on EVENT, NAME may ACT(by NAME)",
                    "may(?! not)",
                    "(has|have|shall have) the right",
                    "(is|are) entitled",
                    "reserves? the right",
                    "має право",
                    "мають право",
                    "вправ[іе]",
                    "имеет право",
                    "имеют право"),
            of(
                    "CP12, CP16, CP17",
                    "suspending or ending",
                    "N  each party may suspend CLAUSE with NOTICE, if the other party has breached CLAUSE",
                    "suspend\\p{L}*",
                    "suspension",
                    "terminat\\p{L}+",
                    "denounc\\p{L}+",
                    "withdraw(al)? from (this|the) (agreement|treaty|memorandum|protocol)",
                    "призупин\\p{L}+",
                    "зупин\\p{L}+ дію",
                    "припин\\p{L}+ (дію|дії|чинність)",
                    "розірв\\p{L}+",
                    "денонс\\p{L}+",
                    "приостан\\p{L}+",
                    "расторг\\p{L}+"),
            of(
                    "CP15, CP50, CP53",
                    "an extension or renewal",
                    "term NAME is 5 years from EVENT, renewed for 1 year each time",
                    "exten(d|ded|ds|sion)\\b",
                    "renew\\p{L}*",
                    "prolong\\p{L}*",
                    "продовж(ен|ит|ує)\\p{L}*",
                    "пролонг\\p{L}+",
                    "продл\\p{L}+"),
            of(
                    "CP15, CP16",
                    "how long it holds",
                    "term NAME is 120 days from EVENT; N  while NAME, …",
                    "holds? for",
                    "lasts? (for )?",
                    "remains? in force",
                    "for a (period|term|duration) of",
                    "expire\\p{L}*",
                    "valid for",
                    "строк\\p{L}* (дії|на)",
                    "діє (протягом|до)",
                    "срок\\p{L}* действ\\p{L}+"),
            of(
                    "CP43, CP56",
                    "entry into force",
                    "in force while CONDITION; state SETTLEMENT begins with ENTRY_INTO_FORCE",
                    "enters? into force",
                    "entry into force",
                    "takes? effect",
                    "ratif\\p{L}+",
                    "набира\\p{L}+ чинност\\p{L}+",
                    "набутт\\p{L}+ чинност\\p{L}+",
                    "вступа\\p{L}+ в силу",
                    "ратифік\\p{L}+",
                    "ратифи\\p{L}+"),
            of(
                    "CP31",
                    "an exception",
                    "N  each party P must not ACT(by P) where not TERM; undefined TERM; BODY rules on TERM",
                    "except\\p{L}*",
                    "unless",
                    "save (where|for|as)",
                    "self[- ]defen[cs]e",
                    "without prejudice",
                    "крім",
                    "окрім",
                    "за винятком",
                    "якщо (тільки )?не",
                    "самооборон\\p{L}*",
                    "кроме",
                    "за исключением"),
            of(
                    "CP12, CP13",
                    "an order of steps: one waits for the other, or both go together",
                    "N  if CLAUSE is fulfilled, NAME must ACT(by NAME) within 10 days",
                    "simultaneous(ly)?",
                    "in parallel",
                    "upon (the )?completion",
                    "once" + ANY + "(has|have) been",
                    "subject to",
                    "provided that",
                    "on condition",
                    "одночасно",
                    "після (завершення|виконання)",
                    "за умови",
                    "одновременно",
                    "после (завершения|выполнения)",
                    "при условии"),
            of(
                    "CP41",
                    "people who are handed over",
                    "N  each party P must have RELEASE(by P, people Q) totalling Q of people within 10 days of LIST",
                    "prisoners?",
                    "detainees?",
                    "hostages?",
                    "all for all",
                    "captives?",
                    "полонен\\p{L}*",
                    "заручник\\p{L}*",
                    "затриман\\p{L}*",
                    "утримуван\\p{L}*",
                    "військовополонен\\p{L}*",
                    "пленн\\p{L}+",
                    "военнопленн\\p{L}+",
                    "заложник\\p{L}*",
                    "удерживаем\\p{L}+"),
            of(
                    "CP08, CP09, CP14",
                    "a number that is not passed",
                    "define LEVEL(of P) as the latest N in COUNT(of P); N  each party P must keep LEVEL(of P) at most 1000",
                    "(not|never) exceed",
                    "no more than",
                    "at most",
                    "a maximum",
                    "ceilings?",
                    "(not|no) (less|fewer) than",
                    "не (може )?перевищу\\p{L}+",
                    "не більше",
                    "не менше",
                    "не превыша\\p{L}+",
                    "не более",
                    "не менее"),
            of(
                    "CP07, CP11",
                    "ground: a line, a zone, a corridor; draw it as a map",
                    "zone NAME from \"MAP.geojson\" feature \"NAME\"",
                    "buffer zone",
                    "line of contact",
                    "demilitari[sz]ed",
                    "security zone",
                    "zones? of",
                    "[0-9]+\\s?(km|kilomet(re|er)s?)",
                    "corridors?",
                    "ліні\\p{L}+ (розмежування|зіткнення)",
                    "зон[аиі]\\p{L}*",
                    "демілітаризов\\p{L}+",
                    "км(?![\\p{L}])",
                    "кілометр\\p{L}*",
                    "лини\\p{L}+ (разграничения|соприкосновения)",
                    "километр\\p{L}*"),
            of(
                    "CP46, CP48",
                    "money: who pays how much by when",
                    "N  NAME must have PAY(by NAME, amount A) totalling 1000000 of amount by 2026-12-31",
                    "contribut\\p{L}+",
                    "fund(s|ing|ed)?\\b",
                    "financ\\p{L}+",
                    "costs?\\b",
                    "фінанс\\p{L}+",
                    "витрат\\p{L}*",
                    "внеск\\p{L}*",
                    "финанс\\p{L}+",
                    "расход\\p{L}*"),
            of(
                    "CP47",
                    "foreign forces",
                    "N  each party P must not HOST(by P) where FOREIGN; undefined FOREIGN \"what counts as foreign forces\"",
                    "foreign (armed )?(forces|troops|military)",
                    "mercenar\\p{L}+",
                    "іноземн\\p{L}+ (військ|збройн|сил)\\p{L}*",
                    "найман\\p{L}+",
                    "иностранн\\p{L}+ (войск|вооруж)\\p{L}*",
                    "наемн\\p{L}+"),
            of(
                    "CP55",
                    "who answers for whom",
                    "NAME answers for GROUP",
                    "under (its|their|his) (\\p{L}+ )?(control|command|authority|direction|jurisdiction)",
                    "(allied|affiliated|associated) (forces|groups)",
                    "підконтрольн\\p{L}+",
                    "подконтрольн\\p{L}+"),
            of(
                    "CP29",
                    "it is brought before another organ",
                    "N  on a breach B of CLAUSE, NAME must REFER(by NAME) within 3 days",
                    "refer(red)? (it |the matter |the question )?to",
                    "security council",
                    "general assembly",
                    "арбітраж\\p{L}*",
                    "рад\\p{L} безпеки",
                    "совет\\p{L}* безопасности",
                    "arbitrat\\p{L}+"),
            of(
                    "CP52",
                    "whose reading counts",
                    "NAME rules on TERM",
                    "interpretation",
                    "disputes?",
                    "тлумачен\\p{L}+",
                    "спор(и|ів|у)?(?![\\p{L}])",
                    "толкован\\p{L}+",
                    "спор(ы|ов|а)(?![\\p{L}])"),
            of(
                    "CP44",
                    "an effort: nobody can say when it is enough",
                    "N  NAME must ACT(by NAME) with no deadline where EFFORT; undefined EFFORT \"best efforts\"",
                    "best efforts",
                    "endeavou?rs?",
                    "every effort",
                    "всіх зусиль",
                    "докла\\p{L}+ зусил\\p{L}+",
                    "усили\\p{L}+"),
            of(
                    "CP27, CP28, CP57",
                    "sanctions, their relief and their return",
                    "N  while MEASURES_IN_FORCE, each guarantor G must not TRADE(by G)",
                    "sanctions?",
                    "санкц\\p{L}+"),
            of(
                    "CP05, CP44",
                    "a duty to act",
                    "N  each party P must ACT(by P) within 10 days of EVENT",
                    "shall(?! (not|have the right))",
                    "must(?! not)",
                    "will(?! not)",
                    "undertakes? to",
                    "agrees? to",
                    "commits? (itself |themselves )?to",
                    "(is|are) (obliged|required|to)\\b",
                    "зобов.{1,2}яз\\p{L}+",
                    "повинн\\p{L}+",
                    "ма(є|ють)(?![\\p{L}])(?! право)",
                    "забезпеч\\p{L}+",
                    "здійсн\\p{L}+",
                    "обяз\\p{L}+",
                    "долж\\p{L}+",
                    "обеспеч\\p{L}+"));

    /**
     * A kind of sentence that a text has.
     *
     * @param phrase the words by which it was recognised, with some of what follows
     * @param at where they stand
     */
    record Seen(LikelyPattern pattern, String phrase, int at) {}

    /** In the order of the text. A sentence that only says what must not be done is no duty to act. */
    static List<Seen> in(String text) {
        BitSet forbidden = new BitSet();
        Matcher prohibition = ALL.getFirst().words().matcher(text);
        while (prohibition.find()) {
            forbidden.set(prohibition.start(), prohibition.end());
        }
        List<Seen> seen = new ArrayList<>();
        for (LikelyPattern pattern : ALL) {
            boolean isDuty = pattern == ALL.getLast();
            pattern.find(text, isDuty ? forbidden : new BitSet()).ifPresent(seen::add);
        }
        seen.sort(Comparator.comparingInt(Seen::at));
        return seen;
    }

    /** @param without where the words do not count */
    private Optional<Seen> find(String text, BitSet without) {
        Matcher found = words.matcher(text);
        while (found.find()) {
            if (without.get(found.start(), found.end()).isEmpty()) {
                return Optional.of(new Seen(this, phrase(text, found.start(), found.end()), found.start()));
            }
        }
        return Optional.empty();
    }

    /** To the end of a word, not too long. */
    private static String phrase(String text, int from, int to) {
        int end = Math.min(text.length(), Math.max(to, from + SHOWN / 2));
        while (end < text.length() && end < from + SHOWN && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        int sentence = text.substring(to, Math.max(to, end))
                .replaceFirst("(?s)[.;\\n].*$", "")
                .length();
        return text.substring(from, Math.min(end, Math.max(to, to + sentence))).strip();
    }
}
