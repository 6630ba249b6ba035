package io.anpip.chaos.checker;

/** What must hold after every fault. */
public enum Oracle {
    O1("every acknowledged upload is at its end"),
    O2("READY means that all objects are there, as large and with the hash that was recorded, and play"),
    O3("no status went back, in what clients saw or in the log"),
    O4("one effective notification for each video, generation and kind"),
    O5("nothing is left over: attempts, half-made copies, scratch"),
    O6("the projection made anew from the log equals the live one"),
    O7("the audit chain verifies"),
    O8("a dead letter exists exactly where something failed or is parked");

    private final String sentence;

    Oracle(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
