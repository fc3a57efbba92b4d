package holdfast.drafting.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A draft declares whom the text itself names, and nobody else. */
class NamedInTextTest {
    @Test
    void whoeverIsCalledSomethingFromHereOn() {
        NamedInText found =
                NamedInText.of("The Principality of Varn (hereinafter “Varn”) and the Free Cities of the Coast"
                        + " (hereinafter “the Cities”), together “the Parties”, noting the readiness of the Kingdom of Ool and the"
                        + " Republic of Pesh (hereinafter “the Guarantors”), and a Joint Fisheries Commission (hereinafter “the"
                        + " Commission”) on the Lower Lake (hereinafter “the Lake”):\n");
        assertThat(found.parties().keySet()).containsExactly("Varn", "Cities");
        assertThat(found.guarantors().keySet()).containsExactly("Ool", "Pesh");
        assertThat(found.bodies()).containsEntry("Commission", "Joint Fisheries Commission");
        assertThat(found.declared())
                .contains("party Varn \"Principality of Varn\", Cities \"Free Cities of the Coast\"");
    }

    @Test
    void betweenWhomItIsMade() {
        assertThat(NamedInText.of("ARMISTICE BETWEEN THE REPUBLIC OF VARN AND THE CITY OF MELL ON THE LAKE\n")
                        .parties()
                        .keySet())
                .containsExactly("Varn", "Mell");
    }

    @Test
    void whoSigns() {
        NamedInText found = NamedInText.of(
                "Nets are lifted by noon.\n\nFor the Republic of Varn:\n\nFor Mell\n\nFor Ool (as guarantor): ____\n");
        assertThat(found.parties().keySet()).containsExactly("Varn", "Mell");
        assertThat(found.guarantors().keySet()).containsExactly("Ool");
    }

    @Test
    void nobodyWhereNobodyIsNamed() {
        assertThat(NamedInText.of("The Agreement (hereinafter “the Agreement”) holds from noon (“the Effective Time”).")
                        .declared())
                .isEmpty();
    }
}
