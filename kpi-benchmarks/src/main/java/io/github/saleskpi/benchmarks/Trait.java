package io.github.saleskpi.benchmarks;

/** Something in which simulated reps differ, and what is usual. */
enum Trait {
    /** Requests that come in on a working day. */
    REQUESTS(1.1),
    /** Median wait for a first answer, in minutes of working time. */
    MINUTES(50),
    /** Share of the requests that are never answered. */
    FORGETS(0.04),
    /** Share of the opportunities that are won when the answer came in time. */
    WINS(0.32),
    /** People called for the first time on a working day. */
    CALLS(1.3),
    /** Share of the calls to which nobody answered that are followed by another. */
    REDIALS(0.45),
    /** Share of the talks on cold calls from which an opportunity comes. */
    OPENINGS(0.1),
    /** Contacts for each opportunity. */
    CONTACTS(3.2),
    /** Share of the follow-up e-mails with a link to something worth reading. */
    LINKS(0.55),
    /** Share of the working days with something of one's own on a social network. */
    SOCIAL(0.35),
    /** Share of the other working days with a mere like. */
    LIKES(0.15),
    /** Share of the catalogue that the rep ever looks at. */
    MATERIALS(0.35),
    /** Share of what is done that is written down hours or days later. */
    LATE(0.04),
    /** How much faster the answers are, and better the wins, from April on; 1 is as before. */
    COACHED(1);

    private final double usual;

    Trait(double usual) {
        this.usual = usual;
    }

    double usual() {
        return usual;
    }
}
