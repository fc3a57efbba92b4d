package holdfast.bench;

/** A stream of events held in columns, one row for each event. */
final class Events {
    private static final Workload.Kind[] KINDS = Workload.Kind.values();

    final int size;
    final long[] second;
    final byte[] kind;
    final int[] id;
    final int[] party;
    final int[] sector;
    final int[] rounds;

    private Events(int size) {
        this.size = size;
        second = new long[size];
        kind = new byte[size];
        id = new int[size];
        party = new int[size];
        sector = new int[size];
        rounds = new int[size];
    }

    static Events of(int size, int meanGap, long seed) {
        Events events = new Events(size);
        int[] row = {0};
        Workload.generate(size, meanGap, seed, (second, kind, id, party, sector, rounds) -> {
            int i = row[0]++;
            events.second[i] = second;
            events.kind[i] = (byte) kind.ordinal();
            events.id[i] = id;
            events.party[i] = party;
            events.sector[i] = sector;
            events.rounds[i] = rounds;
        });
        return events;
    }

    Workload.Kind kind(int i) {
        return KINDS[kind[i]];
    }
}
