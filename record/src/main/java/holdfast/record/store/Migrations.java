package holdfast.record.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Brings a database to the tables of this version. They are named one by one: a class path is not searched for them. */
final class Migrations {
    /** The migrations, which are the same for both databases; each has its own SQL. */
    private static final List<String> FILES = List.of("V1__record.sql", "V2__texts.sql");

    private static final String HISTORY = "holdfast_schema";

    private Migrations() {}

    /** @param database the folder that holds its SQL */
    static void bring(DataSource source, String database) {
        Flyway.configure(Migrations.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(source)
                .table(HISTORY)
                .resourceProvider(new Sql(database))
                .failOnMissingLocations(false)
                .load()
                .migrate();
    }

    /** Whether what is wrong is that other tables are there. */
    static boolean isTaken(FlywayException e) {
        return String.valueOf(e.getMessage()).contains("non-empty schema");
    }

    /** The version of the tables; 0 where there are none. */
    static int version(Handle handle, String tables) {
        boolean any =
                handle.createQuery(tables).bind(0, HISTORY).mapTo(Long.class).one() > 0;
        return any
                ? handle.createQuery(
                                "SELECT max(CAST(version AS integer)) FROM " + HISTORY + " WHERE version IS NOT NULL")
                        .mapTo(Integer.class)
                        .findOne()
                        .orElse(0)
                : 0;
    }

    static int latest() {
        return FILES.size();
    }

    private record Sql(String database) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return FILES.contains(name) ? new SqlFile(database, name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return FILES.stream()
                    .filter(f ->
                            f.startsWith(prefix) && List.of(suffixes).stream().anyMatch(f::endsWith))
                    .<LoadableResource>map(f -> new SqlFile(database, f))
                    .toList();
        }
    }

    private static final class SqlFile extends LoadableResource {
        private final String database;
        private final String file;

        SqlFile(String database, String file) {
            this.database = database;
            this.file = file;
        }

        @Override
        public Reader read() {
            try (InputStream in = Migrations.class.getResourceAsStream(database + "/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("the build lost " + database + "/" + file);
                }
                return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return database + "/" + file;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return file;
        }

        @Override
        public String getRelativePath() {
            return getAbsolutePath();
        }
    }
}
