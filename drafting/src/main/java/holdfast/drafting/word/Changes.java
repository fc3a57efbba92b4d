package holdfast.drafting.word;

/** What becomes of the changes that Word tracked and nobody has decided on. */
public enum Changes {
    /** What was put in is there, what was taken out is not. */
    ACCEPTED,
    /** As it was before. */
    REJECTED;

    /** Whether what stands in such an element ({@code ins}, {@code del}, {@code moveFrom}, {@code moveTo}) is part of the text. */
    boolean keeps(String element) {
        boolean putIn = element.equals("ins") || element.equals("moveTo");
        return putIn == (this == ACCEPTED);
    }
}
