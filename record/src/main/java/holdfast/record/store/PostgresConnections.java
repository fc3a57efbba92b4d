package holdfast.record.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** PostgreSQL. Whoever writes holds a lock of the whole database's record, so that entries have one order and no gap. */
final class PostgresConnections implements Connections {
    /** {@code HFRC}. */
    private static final int LOCK = 0x48465243;

    private static final String TABLES =
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = ?";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST = 8;

    private final RecordPlace.Database place;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private PostgresConnections(RecordPlace.Database place) {
        this.place = place;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(place.jdbc());
        place.user().ifPresent(config::setUsername);
        place.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE.toMillis() / 3);
        // One that is not there is told of at once; one that goes away is waited for.
        config.setInitializationFailTimeout(1);
        this.pool = new HikariDataSource(config);
        this.jdbi = Jdbi.create(pool);
    }

    static PostgresConnections open(RecordPlace.Database place, Opening opening) {
        PostgresConnections connections = reached(place);
        return Connections.checked(connections, () -> connections.check(opening));
    }

    private static PostgresConnections reached(RecordPlace.Database place) {
        try {
            return new PostgresConnections(place);
        } catch (HikariPool.PoolInitializationException e) {
            throw e.getCause() instanceof SQLException cause ? trouble(place, cause) : e;
        }
    }

    private void check(Opening opening) {
        int version = jdbi.withHandle(h -> Migrations.version(h, TABLES));
        if (version > Migrations.latest()) {
            throw notOurs(" was written by a later Holdfast", "use that one");
        }
        if (opening == Opening.MAKE || version > 0 && version < Migrations.latest() && opening == Opening.WRITE) {
            bring();
        } else if (version == 0) {
            throw new StoreTrouble(
                    StoreTrouble.Kind.NOT_THERE,
                    "there is no record in `" + place.shown() + "`",
                    "`holdfast record init " + place.shown() + " --agreement A` makes one",
                    null);
        }
    }

    private StoreTrouble notOurs(String what, String help) {
        return new StoreTrouble(StoreTrouble.Kind.NOT_OURS, "`" + place.shown() + "`" + what, help, null);
    }

    private void bring() {
        try {
            Migrations.bring(pool, "postgresql");
        } catch (FlywayException e) {
            throw Migrations.isTaken(e)
                    ? notOurs(
                            " has other tables",
                            "give the record a database of its own, or a schema: `?currentSchema=NAME`")
                    : new StoreTrouble(
                            StoreTrouble.Kind.OTHER,
                            "the tables of the record could not be made in `" + place.shown() + "`",
                            "its user must be allowed to make tables and functions",
                            e);
        }
    }

    @Override
    public Jdbi readers() {
        return jdbi;
    }

    @Override
    public Jdbi writers() {
        return jdbi;
    }

    @Override
    public String isText() {
        // Two colons would be one to the library that reads the names of parameters out of SQL.
        return "substr(bytes, 1, 13) = CAST('\\x7b2261677265656d656e74223a' AS bytea)";
    }

    @Override
    public void alone(Handle handle) {
        // Whatever the server's setting is: what is acknowledged has reached its disk.
        handle.execute("SET LOCAL synchronous_commit = on");
        handle.execute("SET LOCAL lock_timeout = '" + PATIENCE.toMillis() + "ms'");
        handle.createQuery("SELECT pg_advisory_xact_lock(?, hashtext(current_schema()))")
                .bind(0, LOCK)
                .map((row, context) -> true)
                .one();
    }

    @Override
    public StoreTrouble trouble(SQLException e) {
        return trouble(place, e);
    }

    private static StoreTrouble trouble(RecordPlace.Database place, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String database = "`" + place.shown() + "`";
        if (state.equals("53100") || state.equals("53200")) {
            return new StoreTrouble(
                    StoreTrouble.Kind.FULL,
                    "there is no room left at " + database + "; nothing of this was kept",
                    "make room and give it again",
                    e);
        }
        if (state.equals("55P03") || state.equals("40P01")) {
            return new StoreTrouble(
                    StoreTrouble.Kind.BUSY,
                    "somebody else is writing to " + database + "; nothing of this was kept",
                    "give it again in a moment",
                    e);
        }
        if (state.equals("25006") || state.equals("42501")) {
            return new StoreTrouble(
                    StoreTrouble.Kind.READ_ONLY, database + " may not be written", "ask whoever keeps it", e);
        }
        if (state.startsWith("28") || state.equals("3D000")) {
            return new StoreTrouble(
                    StoreTrouble.Kind.NOT_THERE,
                    database + " does not let you in, or is not there: " + e.getMessage(),
                    "write `postgresql://USER@HOST:PORT/DATABASE`; the password goes into `~/.pgpass`",
                    e);
        }
        if (state.startsWith("08")
                || state.startsWith("57P")
                || e instanceof java.sql.SQLTransientConnectionException) {
            return new StoreTrouble(
                    StoreTrouble.Kind.GONE,
                    database + " does not answer; whether the last of this is there is not known",
                    "give it again when it is back: nothing is taken twice",
                    e);
        }
        return new StoreTrouble(StoreTrouble.Kind.OTHER, database + ": " + e.getMessage(), "", e);
    }

    @Override
    public void close() {
        pool.close();
    }
}
