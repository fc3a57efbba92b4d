package holdfast.cli.replay;

import holdfast.cli.output.Refusal;
import holdfast.engine.horizon.Archive;
import holdfast.engine.horizon.Behind;
import holdfast.engine.horizon.HorizonMonitor;
import holdfast.language.model.Agreement;
import holdfast.report.history.Watch;
import holdfast.report.standing.BehindHorizon;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code --horizon 90d --archive FOLDER}: how long what happened is held, and where what is final goes. */
public final class HorizonOption implements AutoCloseable {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})\\s*(h|d|w|hours?|days?|weeks?)");
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    /** More than these are no stragglers. */
    private static final int MOST_LATE = 100_000;

    private final long millis;
    private final Optional<ArchiveFolder> folder;
    private Watch.@Nullable WithHorizon watch;

    private HorizonOption(long millis, Optional<ArchiveFolder> folder) {
        this.millis = millis;
        this.folder = folder;
    }

    /**
     * @param written such as {@code 90d}, {@code 36h}, {@code "12 weeks"}
     * @throws Refusal if it is none, or the folder is not there to be written into
     */
    public static HorizonOption of(String written, @Nullable Path archive, Agreement agreement) {
        Matcher form = FORM.matcher(written.strip());
        if (!form.matches() || Long.parseLong(form.group(1)) == 0) {
            throw Refusal.usage(
                    "`--horizon " + written + "` is no length of time",
                    "say how long what happened may still be told or corrected: `90d`, `36h` or `12w`");
        }
        long unit = switch (form.group(2).charAt(0)) {
            case 'h' -> HOUR;
            case 'd' -> DAY;
            default -> 7 * DAY;
        };
        return new HorizonOption(
                Long.parseLong(form.group(1)) * unit,
                Optional.ofNullable(archive).map(a -> ArchiveFolder.in(a, agreement)));
    }

    Watch watch(Agreement agreement) {
        Archive archive = folder.<Archive>map(f -> f).orElse(Archive.NONE);
        Watch.WithHorizon made = new Watch.WithHorizon(new HorizonMonitor(agreement, millis, archive), new Late());
        watch = made;
        return made;
    }

    /** @param now the moment asked about */
    BehindHorizon behind(long now) {
        Watch.WithHorizon watched = Objects.requireNonNull(watch);
        return new BehindHorizon(
                now - millis,
                watched.forgetful().finals().counts(),
                watched.late(),
                folder.map(f -> f.folder().toString()));
    }

    /** The replay came to its end: what went to the archive stays there. */
    public void keep() {
        folder.ifPresent(ArchiveFolder::keep);
    }

    @Override
    public void close() {
        folder.ifPresent(ArchiveFolder::close);
    }

    /** Each is told by its name: whoever has so many gave the records in another order. */
    private static final class Late extends AbstractList<Behind> {
        private final List<Behind> all = new ArrayList<>();

        @Override
        public boolean add(Behind behind) {
            if (all.size() == MOST_LATE) {
                throw Refusal.findings(
                        "more than " + MOST_LATE + " records were told when what they speak of lay behind the horizon",
                        "give the records in the order in which they became known, or a longer horizon");
            }
            return all.add(behind);
        }

        @Override
        public Behind get(int i) {
            return all.get(i);
        }

        @Override
        public int size() {
            return all.size();
        }
    }
}
