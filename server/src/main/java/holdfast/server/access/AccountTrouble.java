package holdfast.server.access;

/** People or their keys are not as they must be. */
public final class AccountTrouble extends RuntimeException {
    private final String help;

    public AccountTrouble(String what, String help) {
        super(what);
        this.help = help;
    }

    public String help() {
        return help;
    }
}
