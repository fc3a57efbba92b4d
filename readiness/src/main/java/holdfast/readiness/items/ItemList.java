package holdfast.readiness.items;

import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The items that are counted, by every name that they have. Without a list each item stands for itself by its exact name. */
public final class ItemList {
    /** What came of reading a list: present if nothing is wrong. */
    public record Parsed(Optional<ItemList> items, List<Problem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    /** Of how something is called and counted where there is no list. */
    public static final ItemList NONE = new ItemList("", List.of(), List.of(), new Units(), Optional.empty());

    private static final Pattern CODE = Pattern.compile("[A-Za-z]{3}");

    private final String file;
    private final List<Item> items;
    private final List<StandIn> standIns;
    private final Units units;
    private final Optional<String> currency;
    private final Map<String, Item> byName = new LinkedHashMap<>();

    ItemList(String file, List<Item> items, List<StandIn> standIns, Units units, Optional<String> currency) {
        this.file = file;
        this.items = List.copyOf(items);
        this.standIns = List.copyOf(standIns);
        this.units = units;
        this.currency = currency;
        for (Item item : items) {
            byName.put(plain(item.name()), item);
            item.also().forEach(name -> byName.put(plain(name), item));
        }
    }

    /** @param file as the user named it */
    public static Parsed parse(String file, byte[] bytes) {
        return new ItemListReader(file).read(bytes);
    }

    /** Names are the same whatever their capitals and the blanks around and between their words. */
    static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Empty where there is no list. */
    public String file() {
        return file;
    }

    public boolean isGiven() {
        return !file.isEmpty();
    }

    public List<Item> items() {
        return items;
    }

    public List<StandIn> standIns() {
        return standIns;
    }

    /** The item that is meant; without a list, the one of just that name, in just that unit. Empty: the list has no such item. */
    public Optional<Item> item(String written, Optional<String> unit) {
        if (isGiven()) {
            return Optional.ofNullable(byName.get(plain(written)));
        }
        String counted = unit.filter(u -> !u.isEmpty()).orElse(Item.PIECES);
        String name = counted.equals(Item.PIECES) ? written : written + ", " + counted;
        return Optional.of(new Item(name, counted, List.of()));
    }

    /** What was probably meant by a name that is not in the list, as help. */
    public String help(String written) {
        List<String> known = new ArrayList<>();
        items.forEach(item -> {
            known.add(item.name());
            known.addAll(item.also());
        });
        return Suggestion.nearest(written, known)
                .map(near -> Suggestion.didYouMean(written, near) + " If so, add it: `item \""
                        + item(near, Optional.empty()).map(Item::name).orElse(near) + "\" ..., also \"" + written
                        + "\"`")
                .orElse("add it to " + file + ": `item \"" + written + "\" in pieces`");
    }

    /** A quantity in the item's own unit; empty where its unit cannot be made into that. */
    public Optional<BigDecimal> inOwnUnit(Item item, BigDecimal quantity, Optional<String> unit) {
        String from = unit.filter(u -> !u.isEmpty()).orElse(item.unit());
        return units.convert(quantity, from, item.unit());
    }

    /** In what money is added up; none: each currency by itself. */
    public Optional<String> currency() {
        return currency;
    }

    /** An amount in the currency in which money is added up; empty where no rate leads there. */
    public Optional<BigDecimal> inCurrency(BigDecimal amount, String written) {
        return currency.isEmpty() ? Optional.of(amount) : units.convert(amount, written, currency.get());
    }

    /** An amount as it is counted. `eur` and `EUR` are one currency. */
    public Money money(BigDecimal amount, String written) {
        if (currency.isPresent() && !written.isEmpty()) {
            return inCurrency(amount, written)
                    .map(a -> new Money(a, currency.get()))
                    .orElse(new Money(amount, written));
        }
        return new Money(amount, CODE.matcher(written).matches() ? written.toUpperCase(Locale.ROOT) : written);
    }

    public String rateHelp(String written) {
        return "say in " + file + " what it is worth, as of a day that you name: `1 " + written + " is 1.05 "
                + currency.orElse("") + "`";
    }

    /** What was probably meant by a unit. */
    public String unitHelp(Item item, String unit) {
        return Suggestion.nearest(unit, units.known().keySet())
                .map(near -> Suggestion.didYouMean(unit, near))
                .orElse("say in a list of items how many " + item.unit() + " it is: `1 " + unit + " is 10 "
                        + item.unit() + "`");
    }
}
