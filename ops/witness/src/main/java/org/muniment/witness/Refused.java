package org.muniment.witness;

/** A submission that is not cosigned; the message is the reason. */
final class Refused extends RuntimeException {
    private final Answer answer;

    private Refused(Answer answer, String reason) {
        super(reason, null, false, false);
        this.answer = answer;
    }

    Refused(int status, String reason) {
        this(Answer.of(status, reason + "\n"), reason);
    }

    static Refused conflict(long said, long size) {
        return new Refused(
                Answer.conflict(size), "the old size is %s, not %s".formatted(size, said));
    }

    Answer answer() {
        return answer;
    }
}
