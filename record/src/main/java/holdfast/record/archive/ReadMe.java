package holdfast.record.archive;

import holdfast.record.log.note.Checkpoint;

/** What somebody reads who finds an archive and knows nothing of Holdfast. */
final class ReadMe {
    private ReadMe() {}

    static String of(Checkpoint checkpoint) {
        return """
                This is a record that several parties shared: ORIGIN, SIZE entries.

                checkpoint        how many entries there are, and the root of the tree over them, signed (C2SP signed note,
                                  tlog-checkpoint); lines below the first signatures are those of witnesses
                checkpoints/      earlier checkpoints, each named by its size
                tile/entries/     the entries, 256 in a file, each with its length before it in two bytes (C2SP tlog-tiles);
                                  an entry is JSON in the one form of RFC 8785
                tile/0/, tile/1/  the hashes of the tree (RFC 9162, SHA-256)
                attachments/      files by their SHA-256 digests; the agreement's text is one of them
                log.vkey          the public keys of the record. Do not trust them because they are here: compare them with those
                                  that you were given when the record was begun

                To check it with Holdfast, without a network:   holdfast record audit FOLDER
                To check it with anything else: any client of tlog-tiles can read it.
                """.replace("ORIGIN", checkpoint.origin()).replace("SIZE", Long.toString(checkpoint.size()));
    }
}
