package holdfast.server.access;

/** An identity provider did not say who somebody is. */
public final class ProviderTrouble extends RuntimeException {
    private final String help;

    ProviderTrouble(String message, String help) {
        super(message);
        this.help = help;
    }

    public String help() {
        return help;
    }
}
