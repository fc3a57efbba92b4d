package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import holdfast.cli.replay.KeptRecord;
import holdfast.record.archive.CopyAudit;
import holdfast.record.log.audit.Comparison;
import holdfast.record.log.audit.Fault;
import holdfast.record.log.note.NotANote;
import holdfast.record.log.proof.ProofFile;
import holdfast.record.log.trust.Judgement;
import holdfast.record.log.trust.Policy;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.StoreTrouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Checks a copy of a record from itself alone, with no network; of two copies, says whether they tell one"
                        + " history; checks a proof.")
final class RecordAudit implements Callable<Integer> {
    @Parameters(
            arity = "1..2",
            paramLabel = "COPY",
            description = "a record, an archive, or a proof (.tlog-proof); of two copies, they are compared")
    List<String> copies = List.of();

    @Mixin
    PolicyOption policy = new PolicyOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    private final Around around;

    RecordAudit(Around around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Optional<Policy> trusted = policy.read();
        try {
            if (copies.size() == 2) {
                return compare(copies.getFirst(), copies.getLast(), trusted);
            }
            String one = copies.getFirst();
            return one.endsWith(ProofFile.SUFFIX) ? proof(Path.of(one), trusted) : audit(one, trusted);
        } catch (StoreTrouble e) {
            throw KeptRecord.refusal(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int audit(String written, Optional<Policy> trusted) throws IOException {
        CopyAudit.Report report = read(written, trusted);
        tell(written, report, trusted);
        return report.isSound() ? 0 : Refusal.FINDINGS;
    }

    private CopyAudit.Report read(String written, Optional<Policy> trusted) throws IOException {
        try (Copies copy = Copies.open(written, around)) {
            return copy.archive().isPresent()
                    ? CopyAudit.of(copy.archive().get(), trusted)
                    : CopyAudit.of(copy.record().orElseThrow(), trusted);
        } catch (NotANote e) {
            throw Refusal.findings(String.valueOf(e.getMessage()), "");
        } catch (UncheckedIOException | ZipException e) {
            throw unreadable(written);
        }
    }

    /** What cannot be unpacked is damaged, whatever the rest says. */
    private static Refusal unreadable(String written) {
        return Refusal.findings(
                "NOT sound: " + RecordPlace.shown(written) + " is damaged; a file in it cannot be read",
                "keep it as it is, and audit another copy");
    }

    private void tell(String written, CopyAudit.Report report, Optional<Policy> trusted) {
        PrintWriter out = spec.commandLine().getOut();
        String shown = RecordPlace.shown(written);
        out.println(verdict(report) + ": " + shown);
        out.println("  " + Told.counted(report.log().entries(), "entry", "entries") + " and "
                + Told.counted(report.attachments(), "attached file", "attached files") + " read");
        report.log().judgement().ifPresent(j -> judgement(j, trusted.isPresent(), out));
        for (Fault fault : report.log().faults()) {
            out.println("  " + fault.place() + ": " + fault.what());
        }
        if (report.log().untold() > 0) {
            out.println("  and " + report.log().untold() + " more");
        }
        report.findings().forEach(f -> out.println("  " + f.place() + ": " + f.what()));
    }

    private static String verdict(CopyAudit.Report report) {
        if (report.isOnlyNotCosigned()) {
            long cosigned = report.log().cosigned();
            return cosigned == 0
                    ? "Whole; not cosigned as the policy wants"
                    : "Whole; cosigned up to " + cosigned + " of "
                            + Told.counted(report.log().entries(), "entry", "entries");
        }
        return report.isSound() ? "Sound" : "NOT sound";
    }

    private static void judgement(Judgement judgement, boolean known, PrintWriter out) {
        out.println("  " + Told.checkpoint(judgement.checkpoint()).replace("Checkpoint", "checkpoint") + ", of "
                + judgement.checkpoint().origin());
        out.println("  signed by " + Told.counted(judgement.logs().size(), "key", "keys") + " of the record"
                + (known
                        ? ""
                        : " that the copy itself brings: compare them with those that you were given (`--policy`)"));
        out.println("  who must have cosigned: " + judgement.quorum());
        judgement
                .cosigned()
                .forEach(c -> out.println("  cosigned by " + c.witness() + " at " + Instant.ofEpochSecond(c.time())));
    }

    /** Two copies tell the same only if each of them is sound: a comparison looks at the trees, and not at what they stand for. */
    private int compare(String first, String second, Optional<Policy> trusted) throws IOException {
        boolean sound = true;
        for (String copy : List.of(first, second)) {
            CopyAudit.Report report = read(copy, trusted);
            if (!report.isSound()) {
                tell(copy, report, trusted);
                sound = false;
            }
        }
        int compared = compare(first, second, sound);
        return sound ? compared : Refusal.FINDINGS;
    }

    private int compare(String first, String second, boolean sound) {
        try (Copies one = Copies.open(first, around);
                Copies other = Copies.open(second, around)) {
            Comparison comparison = Comparison.of(one.log(), other.log());
            PrintWriter out = spec.commandLine().getOut();
            out.println((sound ? "" : "As far as their trees go: ") + comparison.sentence());
            return switch (comparison) {
                case Comparison.Same same -> 0;
                case Comparison.Prefix prefix -> 0;
                case Comparison.Forked forked -> {
                    out.println("  in " + RecordPlace.shown(first) + ": " + entry(one, forked.index()));
                    out.println("  in " + RecordPlace.shown(second) + ": " + entry(other, forked.index()));
                    yield Refusal.FINDINGS;
                }
                case Comparison.TwoLogs logs -> Refusal.FINDINGS;
                case Comparison.Damaged damaged -> Refusal.FINDINGS;
            };
        }
    }

    private static String entry(Copies copy, long index) {
        return EntryAt.of(copy.log(), index)
                .map(e -> e.strip().replaceAll("\\s+", " "))
                .orElse("it cannot be read");
    }

    private int proof(Path file, Optional<Policy> trusted) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Policy policy = trusted.orElseThrow(() -> Refusal.usage(
                "a proof says nothing without a key that you know",
                "name it in a policy: `--policy P` (docs/record.md)"));
        try {
            ProofFile proof = ProofFile.parse(Files.readAllBytes(file));
            ProofFile.Checked checked = proof.check(policy);
            out.println(checked.isAccepted() ? "Proved: " + file : "NOT proved: " + file);
            out.println("  entry " + proof.inclusion().index() + " of "
                    + checked.judgement().checkpoint().origin());
            checked.objections().forEach(o -> out.println("  " + o));
            judgement(checked.judgement(), true, out);
            if (checked.isAccepted()) {
                proof.entry().ifPresent(e -> out.println("  it says: " + new String(e, StandardCharsets.UTF_8)));
            }
            return checked.isAccepted() ? 0 : Refusal.FINDINGS;
        } catch (NotANote e) {
            throw Refusal.findings("`" + file + "`: " + e.getMessage(), "");
        }
    }
}
