package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import holdfast.cli.replay.KeptRecord;
import holdfast.record.archive.ArchiveFile;
import holdfast.record.archive.CopyAudit;
import holdfast.record.archive.TakeOver;
import holdfast.record.keep.SharedRecord;
import holdfast.record.log.audit.Comparison;
import holdfast.record.log.note.NotANote;
import holdfast.record.log.trust.Policy;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.Store;
import holdfast.record.store.StoreTrouble;
import holdfast.record.store.Stores;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes an archive in whole, after it was audited. */
final class TakeArchive {
    private final Around around;
    private final PlaceOption at;
    private final Optional<Policy> policy;
    private final PrintWriter out;

    TakeArchive(Around around, PlaceOption at, Optional<Policy> policy, PrintWriter out) {
        this.around = around;
        this.at = at;
        this.policy = policy;
        this.out = out;
    }

    int run(Path file, boolean dryRun) {
        try (ArchiveFile archive = ArchiveFile.open(file)) {
            CopyAudit.Report report = CopyAudit.of(archive, policy);
            if (!report.isSound()) {
                throw Refusal.findings(
                        "`" + file + "` "
                                + (report.isOnlyNotCosigned()
                                        ? "is whole, but its last checkpoint is not cosigned as the policy wants"
                                        : "is not sound")
                                + "; nothing was taken from it",
                        "`holdfast record audit " + file + "` says what is wrong, and where");
            }
            if (dryRun) {
                out.println("`" + file + "` is sound: "
                        + Told.counted(report.log().entries(), "entry", "entries") + ". Nothing was kept.");
                return 0;
            }
            return isThere() ? update(archive) : make(archive);
        } catch (NotANote e) {
            throw Refusal.findings("`" + file + "`: " + e.getMessage(), "");
        } catch (StoreTrouble e) {
            throw KeptRecord.refusal(e);
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.findings(
                    "`" + file + "` is damaged or cut off, and cannot be read to its end; nothing was taken from it",
                    "");
        }
    }

    private boolean isThere() {
        return switch (at.place()) {
            case RecordPlace.Folder folder -> Files.exists(folder.file());
            case RecordPlace.Database database -> isThere(database);
        };
    }

    private static boolean isThere(RecordPlace.Database database) {
        try (Store store = Stores.open(database, Opening.READ)) {
            return SharedRecord.isMade(store);
        } catch (StoreTrouble e) {
            if (e.kind() == StoreTrouble.Kind.NOT_THERE) {
                return false;
            }
            throw e;
        }
    }

    private int make(ArchiveFile archive) throws IOException {
        try (Store store = Stores.open(at.place(), Opening.MAKE)) {
            SharedRecord copy = TakeOver.make(store, archive, around.clock());
            out.println("Taken whole into " + at.shown() + ": "
                    + Told.counted(copy.store().size(), "entry", "entries")
                    + ". It is a copy: nothing can be submitted to it.");
            Told.checkpoint(copy, out);
        }
        return 0;
    }

    private int update(ArchiveFile archive) throws IOException {
        try (SharedRecord copy =
                SharedRecord.open(Stores.open(at.place(), Opening.WRITE), Optional.empty(), around.clock())) {
            TakeOver.Taken taken = TakeOver.into(copy, archive);
            out.println(taken.comparison().sentence() + " (the first is " + at.shown() + ")");
            out.println(
                    taken.added() == 0
                            ? "Nothing changes."
                            : "Added: " + Told.counted(taken.added(), "entry", "entries") + ".");
            Told.checkpoint(copy, out);
            return switch (taken.comparison()) {
                case Comparison.Same same -> 0;
                case Comparison.Prefix prefix -> 0;
                case Comparison.Forked forked -> Refusal.FINDINGS;
                case Comparison.TwoLogs logs -> Refusal.FINDINGS;
                case Comparison.Damaged damaged -> taken.added() > 0 ? 0 : Refusal.FINDINGS;
            };
        }
    }
}
