package holdfast.cli.record;

import holdfast.cli.output.Refusal;
import java.util.Optional;
import picocli.CommandLine.Command;

/** The commands of a shared record. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Keeps a record that parties share who do not trust each other: nothing in it is ever changed, and whoever was"
                        + " shown another history can prove it (docs/record.md).",
        subcommands = {
            RecordInit.class,
            RecordAdd.class,
            RecordImport.class,
            RecordList.class,
            RecordShow.class,
            RecordAttach.class,
            RecordExport.class,
            RecordProve.class,
            RecordAudit.class,
            RecordWitness.class
        })
public final class RecordCommand implements Runnable {

    /** Makes a command of this package; empty if it is none. */
    public static Optional<Object> make(Class<?> type, Around around) {
        return switch (type.getSimpleName()) {
            case "RecordInit" -> Optional.of(new RecordInit(around));
            case "RecordAdd" -> Optional.of(new RecordAdd(around));
            case "RecordImport" -> Optional.of(new RecordImport(around));
            case "RecordList" -> Optional.of(new RecordList(around));
            case "RecordShow" -> Optional.of(new RecordShow(around));
            case "RecordAttach" -> Optional.of(new RecordAttach(around));
            case "RecordExport" -> Optional.of(new RecordExport(around));
            case "RecordProve" -> Optional.of(new RecordProve(around));
            case "RecordAudit" -> Optional.of(new RecordAudit(around));
            case "RecordWitness" -> Optional.of(new RecordWitness(around));
            case "WitnessCommand" -> Optional.of(new WitnessCommand(around));
            default -> Optional.empty();
        };
    }

    @Override
    public void run() {
        throw Refusal.usage(
                "record: what is to be done with it?",
                "`holdfast record init FOLDER --agreement A` makes one; `holdfast record --help` lists what there is");
    }
}
