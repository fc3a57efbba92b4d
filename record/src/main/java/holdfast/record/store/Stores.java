package holdfast.record.store;

/** Opens records. */
public final class Stores {
    private Stores() {}

    /** @throws StoreTrouble if it cannot be opened; where one is to be made, also if one is there */
    public static Store open(RecordPlace place, Opening opening) {
        return switch (place) {
            case RecordPlace.Folder folder -> new SqlStore(folder, SqliteConnections.open(folder, opening));
            case RecordPlace.Database database -> new SqlStore(database, PostgresConnections.open(database, opening));
        };
    }
}
