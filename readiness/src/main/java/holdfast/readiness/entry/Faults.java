package holdfast.readiness.entry;

import holdfast.language.model.Step.Role;
import holdfast.language.model.Step.Stage;
import holdfast.readiness.items.Item;
import holdfast.readiness.items.ItemList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a record can be in no sum: the first reason that there is. */
public final class Faults {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final ItemList items;
    private final LocalDate today;

    public Faults(ItemList items, LocalDate today) {
        this.items = items;
        this.today = today;
    }

    public Optional<SetAside> of(Told told, LocalDate day) {
        return Stream.of(told.step().stage() == Stage.MET ? condition(told) : goods(told), doubtful(told, day))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<SetAside> condition(Told told) {
        return told.text(Role.CONDITION).isPresent()
                ? Optional.empty()
                : fault(told, Role.CONDITION, "it says no condition", "say in the record which condition is met");
    }

    private Optional<SetAside> goods(Told told) {
        return quantity(told)
                .or(() -> amount(told))
                .or(() -> share(told))
                .or(() -> period(told))
                .or(() -> item(told));
    }

    private static Optional<SetAside> quantity(Told told) {
        Optional<BigDecimal> quantity = told.number(Role.QUANTITY);
        if (told.text(Role.ITEM).isEmpty() || quantity.isEmpty()) {
            Role role = told.text(Role.ITEM).isEmpty() ? Role.ITEM : Role.QUANTITY;
            return fault(told, role, "it says no " + role.word(), "give the " + role.word() + " in the record");
        }
        return quantity.get().signum() > 0
                ? Optional.empty()
                : fault(
                        told,
                        Role.QUANTITY,
                        "its quantity is " + quantity.get().toPlainString(),
                        "a quantity is above 0; what went the other way is a record of its own, lost or returned");
    }

    private Optional<SetAside> amount(Told told) {
        Optional<BigDecimal> amount = told.number(Role.AMOUNT);
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        if (amount.get().signum() <= 0) {
            return fault(
                    told,
                    Role.AMOUNT,
                    "its amount is " + amount.get().toPlainString(),
                    "an amount of money is above 0; correct it");
        }
        Optional<String> currency = told.text(Role.CURRENCY);
        if (currency.isEmpty()) {
            return told.step().attribute(Role.CURRENCY).isPresent()
                    ? fault(told, Role.CURRENCY, "it says an amount and no currency", "give the currency in the record")
                    : Optional.empty();
        }
        return items.inCurrency(amount.get(), currency.get()).isPresent()
                ? Optional.empty()
                : fault(
                        told,
                        Role.CURRENCY,
                        "“" + currency.get() + "” has no rate to "
                                + items.currency().orElse(""),
                        items.rateHelp(currency.get()));
    }

    private static Optional<SetAside> share(Told told) {
        return told.number(Role.SHARE)
                .filter(s -> s.signum() <= 0 || s.compareTo(ALL) > 0)
                .flatMap(s -> fault(
                        told,
                        Role.SHARE,
                        "its share is " + s.toPlainString(),
                        "a share is a percentage, above 0 and at most 100; a quarter is 25"));
    }

    private static Optional<SetAside> period(Told told) {
        return told.text(Role.PERIOD)
                .filter(p -> Rate.Period.of(p).isEmpty())
                .flatMap(p -> fault(
                        told,
                        Role.PERIOD,
                        "“" + p + "” is no period",
                        "so much is given a day, week, month, quarter or year; leave it empty where the quantity is a"
                                + " total"));
    }

    private Optional<SetAside> item(Told told) {
        String written = told.text(Role.ITEM).orElse("");
        Optional<String> unit = told.text(Role.UNIT);
        Optional<Item> item = items.item(written, unit);
        if (item.isEmpty()) {
            return fault(told, Role.ITEM, "no item is called “" + written + "”", items.help(written));
        }
        return items.inOwnUnit(item.get(), BigDecimal.ONE, unit).isPresent()
                ? Optional.empty()
                : fault(
                        told,
                        Role.UNIT,
                        "“" + unit.orElse("") + "” cannot be made into "
                                + item.get().unit() + ", in which " + item.get().name() + " is counted",
                        items.unitHelp(item.get(), unit.orElse("")));
    }

    private Optional<SetAside> doubtful(Told told, LocalDate day) {
        if (!told.fact().sure()) {
            return aside(told, "", "a body finds it disputed", "");
        }
        return day.isAfter(today) ? aside(told, "", "it may have happened later than " + today, "") : Optional.empty();
    }

    private static Optional<SetAside> fault(Told told, Role role, String why, String mend) {
        return aside(told, told.attribute(role), why, mend);
    }

    private static Optional<SetAside> aside(Told told, String attribute, String why, String mend) {
        return Optional.of(new SetAside(told.fact().records(), told.fact().event(), attribute, why, mend));
    }
}
