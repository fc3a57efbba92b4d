package holdfast.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One day of the ledger.
 *
 * @param file the map's, without its folder
 * @param sha256 of the file, in hexadecimal
 * @param before the day of the map before; empty for the first
 * @param missing the days in between that have no map: what changed may have changed on any of them
 * @param accounts by side and class, everywhere first, then by sector
 * @param transfers who took from whom, everywhere
 * @param remarks about the map: what was mended or left out
 */
public record Day(
        LocalDate date,
        String file,
        String sha256,
        Optional<LocalDate> before,
        List<LocalDate> missing,
        List<Account> accounts,
        List<Transfer> transfers,
        List<String> remarks) {
    public Day {
        missing = List.copyOf(missing);
        accounts = List.copyOf(accounts);
        transfers = List.copyOf(transfers);
        remarks = List.copyOf(remarks);
    }

    Day with(List<Account> others) {
        return new Day(date, file, sha256, before, missing, others, transfers, remarks);
    }

    /** All movements, each once. */
    public List<Movement> movements() {
        return accounts.stream()
                .filter(a -> a.sector().isEmpty())
                .flatMap(a -> Stream.concat(a.gained().stream(), a.lost().stream()))
                .map(Account.Share::movement)
                .toList();
    }
}
