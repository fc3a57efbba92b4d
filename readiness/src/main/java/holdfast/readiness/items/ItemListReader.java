package holdfast.readiness.items;

import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.Severity;
import holdfast.language.diagnostic.Suggestion;
import holdfast.readiness.items.ItemWords.Kind;
import holdfast.readiness.items.ItemWords.Word;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a list of items. A statement that is wrong is reported, and the next one is read. */
final class ItemListReader {
    private static final String FORMS = "`item \"HIMARS\" in pieces, also \"M142\"`,"
            + " `3 \"M777\" stand in for 1 \"HIMARS\"`, `1 tonne is 1000 kg` or `money in EUR`";

    /** A stand-in as it was written, before the items are known. */
    private record Written(Word item, BigDecimal quantity, Word insteadOf, BigDecimal of) {}

    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private List<String> lines = List.of();
    private List<Word> words = List.of();
    private int at;

    private final List<Item> items = new ArrayList<>();
    private final Map<String, Word> names = new HashMap<>();
    private final Map<String, String> itemOf = new LinkedHashMap<>();
    private final List<Written> written = new ArrayList<>();
    private final Units units = new Units();
    private Optional<String> currency = Optional.empty();

    ItemListReader(String file) {
        this.file = file;
    }

    ItemList.Parsed read(byte[] bytes) {
        Optional<String> text = decoded(bytes);
        text.ifPresent(this::statements);
        List<StandIn> standIns = standIns();
        return new ItemList.Parsed(
                problems.isEmpty()
                        ? Optional.of(new ItemList(file, items, standIns, units, currency))
                        : Optional.empty(),
                problems);
    }

    private Optional<String> decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.add(new Problem(
                    ItemCode.CANNOT_BE_READ,
                    Severity.ERROR,
                    new Place.WholeFile(file),
                    "this is no text in UTF-8",
                    "a Markdown document with a block ```items ... ```",
                    "save it as UTF-8; a table or a document of a word processor is no list of items"));
            return Optional.empty();
        }
    }

    private void statements(String text) {
        lines = List.of(text.split("\r\n|\r|\n", -1));
        words = ItemWords.of(lines);
        if (words.isEmpty()) {
            problems.add(new Problem(
                    ItemCode.NO_LIST,
                    Severity.ERROR,
                    new Place.WholeFile(file),
                    "there is no block ```items in this document",
                    "a block ```items ... ``` with statements such as " + FORMS,
                    "write the items into such a block"));
            return;
        }
        while (here().kind() != Kind.END) {
            try {
                statement();
            } catch (Wrong wrong) {
                skip();
            }
        }
    }

    private void statement() {
        if (here().is("item")) {
            at++;
            item();
        } else if (here().is("money")) {
            money();
        } else if (here().kind() == Kind.NUMBER) {
            BigDecimal count = number();
            if (here().kind() == Kind.TEXT) {
                standIn(count);
            } else {
                unit(count);
            }
        } else {
            throw wrong("a statement", "a statement is written " + FORMS);
        }
    }

    /** To where the next statement begins: at the margin of a line. */
    private void skip() {
        int line = here().line();
        while (here().kind() != Kind.END && (here().line() == line || here().column() > 1)) {
            line = here().column() > 1 ? here().line() : line;
            at++;
        }
    }

    private void item() {
        Word name = text("the item's name");
        String unit = Item.PIECES;
        if (here().is("in")) {
            at++;
            unit = unitName();
        }
        List<String> also = new ArrayList<>();
        List<Word> others = new ArrayList<>();
        if (here().kind() == Kind.COMMA) {
            at++;
            require("also");
            others.add(text("another name"));
            while (here().kind() == Kind.COMMA) {
                at++;
                others.add(text("another name"));
            }
        }
        if (isNew(name)) {
            remember(name, name.text());
            others.forEach(other -> {
                if (isFree(other, name.text())) {
                    remember(other, name.text());
                    also.add(other.text());
                }
            });
            items.add(new Item(name.text(), unit, also));
        }
    }

    private void remember(Word name, String item) {
        names.put(ItemList.plain(name.text()), name);
        itemOf.put(ItemList.plain(name.text()), item);
    }

    private boolean isNew(Word name) {
        Word first = names.get(ItemList.plain(name.text()));
        if (first == null) {
            return true;
        }
        String of = itemOf.getOrDefault(ItemList.plain(name.text()), "");
        boolean synonym = !ItemList.plain(of).equals(ItemList.plain(name.text()));
        problem(
                synonym ? ItemCode.NAME_OF_TWO : ItemCode.ITEM_TWICE,
                name,
                "`" + name.text() + "` is " + (synonym ? "another name of `" + of + "`" : "an item already")
                        + ", in line " + first.line(),
                "each name once",
                synonym ? "take the name out of one of the two" : "put its names into one statement");
        return false;
    }

    private boolean isFree(Word name, String item) {
        Word first = names.get(ItemList.plain(name.text()));
        if (first == null) {
            return true;
        }
        String of = itemOf.getOrDefault(ItemList.plain(name.text()), "");
        problem(
                ItemCode.NAME_OF_TWO,
                name,
                of.equals(item)
                        ? "`" + name.text() + "` is named twice"
                        : "`" + name.text() + "` is a name of `" + of + "` and of `" + item + "`: line " + first.line(),
                "each name once",
                of.equals(item) ? "name it once" : "leave it with the one that is meant");
        return false;
    }

    private void standIn(BigDecimal count) {
        Word item = text("an item");
        if (here().is("stands")) {
            at++;
        } else {
            require("stand");
        }
        require("in");
        require("for");
        BigDecimal of = number();
        written.add(new Written(item, count, text("an item"), of));
    }

    /** In what money is added up. Rates are written as units are: {@code 1 USD is 0.92 EUR}. */
    private void money() {
        Word word = here();
        at++;
        require("in");
        String name = unitName();
        if (currency.isPresent()) {
            problem(
                    ItemCode.UNIT_TWICE,
                    word,
                    "that money is added up in `" + currency.get() + "` was said already",
                    "one currency",
                    "leave one of the two out");
        }
        currency = Optional.of(name);
    }

    private void unit(BigDecimal count) {
        Word unit = here();
        String name = unitName();
        require("is");
        BigDecimal of = number();
        String other = unitName();
        if (units.isSaid(name) || units.leadsTo(other, name)) {
            problem(
                    ItemCode.UNIT_TWICE,
                    unit,
                    units.isSaid(name)
                            ? "how many others `" + name + "` is was said already"
                            : "`" + other + "` is made of `" + name + "`, and `" + name + "` of `" + other + "`",
                    "each unit once",
                    "leave one of the two out");
            return;
        }
        units.add(name, of.divide(count, MathContext.DECIMAL128), other);
    }

    // What the names mean, once all are known.

    private List<StandIn> standIns() {
        List<StandIn> standIns = new ArrayList<>();
        for (Written one : written) {
            Optional<String> item = known(one.item());
            Optional<String> insteadOf = known(one.insteadOf());
            if (item.isPresent() && insteadOf.isPresent()) {
                if (leadsTo(insteadOf.get(), item.get(), standIns)) {
                    problem(
                            ItemCode.STANDS_IN_FOR_ITSELF,
                            one.item(),
                            "`" + item.get() + "` would stand in for itself"
                                    + (item.equals(insteadOf) ? "" : ", by way of `" + insteadOf.get() + "`"),
                            "no circle",
                            "leave one of these statements out");
                } else {
                    standIns.add(new StandIn(item.get(), one.quantity(), insteadOf.get(), one.of()));
                }
            }
        }
        return standIns;
    }

    private Optional<String> known(Word name) {
        Optional<String> item = Optional.ofNullable(itemOf.get(ItemList.plain(name.text())));
        if (item.isEmpty()) {
            problem(
                    ItemCode.UNKNOWN_ITEM,
                    name,
                    "there is no item `" + name.text() + "`",
                    "an item of this list",
                    Suggestion.help(
                            name.text(),
                            items.stream().map(Item::name).toList(),
                            "add it: `item \"" + name.text() + "\" in pieces`"));
        }
        return item;
    }

    /** Whether {@code from} stands in for {@code to}, perhaps by way of others. */
    private static boolean leadsTo(String from, String to, List<StandIn> standIns) {
        Set<String> seen = new HashSet<>(Set.of(from));
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            String item = open.removeLast();
            if (item.equals(to)) {
                return true;
            }
            standIns.stream()
                    .filter(s -> s.item().equals(item))
                    .map(StandIn::insteadOf)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return false;
    }

    // Words.

    private Word here() {
        return words.get(Math.min(at, words.size() - 1));
    }

    private Word text(String what) {
        Word here = here();
        if (here.kind() != Kind.TEXT || here.text().isEmpty()) {
            throw wrong(
                    what + " in quotation marks",
                    here.kind() == Kind.WORD ? "write `\"" + here.text() + "\"`" : "the statements are " + FORMS);
        }
        at++;
        return here;
    }

    private String unitName() {
        if (here().kind() != Kind.WORD) {
            throw wrong("a unit such as `pieces` or `kg`", "the statements are " + FORMS);
        }
        return words.get(at++).text();
    }

    private BigDecimal number() {
        Word here = here();
        if (here.kind() != Kind.NUMBER) {
            throw wrong("a number", "the statements are " + FORMS);
        }
        at++;
        BigDecimal number = new BigDecimal(here.text());
        if (number.signum() <= 0) {
            problem(
                    ItemCode.NOT_ABOVE_ZERO,
                    here,
                    "`" + here.text() + "` is not above 0",
                    "a number above 0",
                    "write how many it is");
            throw new Wrong();
        }
        return number;
    }

    private void require(String word) {
        if (!here().is(word)) {
            throw wrong("`" + word + "`", "the statements are " + FORMS);
        }
        at++;
    }

    private Wrong wrong(String expected, String help) {
        Word here = here();
        String found = switch (here.kind()) {
            case END -> "the list ends here";
            case WRONG -> here.text().length() > 1 ? "a text does not end" : "`" + here.text() + "` means nothing here";
            case WORD, NUMBER, COMMA -> "`" + here.text() + "` stands here";
            case TEXT -> "`\"" + here.text() + "\"` stands here";
        };
        problem(ItemCode.SYNTAX, here, found, expected, help);
        return new Wrong();
    }

    private void problem(ItemCode code, Word word, String found, String expected, String help) {
        problems.add(new Problem(
                code,
                Severity.ERROR,
                new Place.InText(
                        file,
                        "",
                        word.line(),
                        word.column(),
                        Math.max(1, word.text().length() + (word.kind() == Kind.TEXT ? 2 : 0)),
                        lines.get(word.line() - 1)),
                found,
                expected,
                help));
    }
}
