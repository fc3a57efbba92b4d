package holdfast.report.ledger;

import holdfast.territory.Account;
import holdfast.territory.Day;
import holdfast.territory.Movement;
import holdfast.territory.Transfer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One day and one side (or class, or sector) of a ledger, without the ground itself.
 *
 * @param daysSinceMap since the map before; 0 for the first
 * @param settled whether it is known what of the day lasts
 * @param counted how many of its pieces are larger than the source can tell from redrawing; {@code small}: how many are not
 * @param gainedFrom from whom, of the row's gains; {@code lostTo} likewise. A sector's row has neither
 */
public record LedgerRow(
        LocalDate date,
        String side,
        String kind,
        String sector,
        OptionalDouble km2,
        OptionalDouble errorKm2,
        double gainedKm2,
        double gainedErrorKm2,
        double lostKm2,
        double lostErrorKm2,
        double netKm2,
        double lastingGainKm2,
        double lastingLossKm2,
        boolean settled,
        int counted,
        int small,
        String answer,
        String reason,
        long daysSinceMap,
        String file,
        String sha256,
        List<Transfer> gainedFrom,
        List<Transfer> lostTo) {

    public static Stream<LedgerRow> of(Day day) {
        return day.accounts().stream().map(account -> of(day, account));
    }

    private static LedgerRow of(Day day, Account a) {
        int small = (int) Stream.concat(a.gained().stream(), a.lost().stream())
                .filter(s -> s.movement().standing() == Movement.Standing.BELOW_RESOLUTION)
                .count();
        Optional<LocalDate> before = day.before();
        return new LedgerRow(
                day.date(),
                a.holding().side(),
                a.holding().kind(),
                a.sector(),
                a.km2(),
                a.errorKm2(),
                a.gainedKm2(),
                a.gainedErrorKm2(),
                a.lostKm2(),
                a.lostErrorKm2(),
                a.netKm2(),
                a.lastingGainKm2(),
                a.lastingLossKm2(),
                a.settled(),
                a.gained().size() + a.lost().size() - small,
                small,
                before.isEmpty() ? "first map" : a.answer(),
                a.reason(),
                before.map(b -> day.date().toEpochDay() - b.toEpochDay()).orElse(0L),
                day.file(),
                day.sha256(),
                a.sector().isEmpty()
                        ? day.transfers().stream()
                                .filter(t -> t.to().equals(a.holding()))
                                .toList()
                        : List.of(),
                a.sector().isEmpty()
                        ? day.transfers().stream()
                                .filter(t -> t.from().equals(a.holding()))
                                .toList()
                        : List.of());
    }

    /** So many square kilometres, with no more digits than their error allows. */
    public static String figure(double km2, double errorKm2) {
        return LedgerFigure.km2(km2, errorKm2);
    }

    /** The side, its class if it is not simply held, and the sector. */
    public String account() {
        return side + (kind.equals("held") ? "" : " " + kind) + (sector.isEmpty() ? "" : ", " + sector);
    }
}
