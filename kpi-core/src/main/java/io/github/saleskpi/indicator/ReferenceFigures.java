package io.github.saleskpi.indicator;

import io.github.saleskpi.indicator.ReferenceFigure.Trust;
import java.time.Year;

/** What is known, or said, of the subjects of the built-in definitions. */
final class ReferenceFigures {
    static final ReferenceFigure FIRST_HOUR = new ReferenceFigure(
            "tried to contact within 1 h: about 7 times as likely to qualify the lead as an hour later",
            "qualified: had a meaningful conversation with a key decision maker; observed, which proves no cause",
            "1.25 million online leads of 29 B2C and 13 B2B companies in the USA",
            Year.of(2011),
            "Oldroyd, McElheran, Elkington: The Short Life of Online Sales Leads, Harvard Business Review, March 2011",
            Trust.PRIMARY);
    static final ReferenceFigure OUTBOUND_CALLS = new ReferenceFigure(
            "32 opportunities per 1000 outbound calls",
            "as it is quoted; its authors count opportunities per 1000 accounts that a rep prospects in a quarter",
            "outbound prospecting by the reps of AG Salesworks",
            null,
            "AG Salesworks and The Bridge Group: Outbound Index",
            Trust.SECONDARY);
    static final ReferenceFigure FIFTH_CONTACT = new ReferenceFigure(
            "48 % never call a second time; 10 % of sales at the 4th contact, 80 % at the 5th to 12th",
            "none is given",
            "none is given",
            null,
            "a \"National Sales Executive Association\" (NSEA); those who looked found no such association",
            Trust.DISPUTED);
    static final ReferenceFigure UNUSED_CONTENT = new ReferenceFigure(
            "60 to 70 % of B2B content goes unused",
            "content that was produced and then not used",
            "B2B companies",
            null,
            "SiriusDecisions, as others quote it",
            Trust.SECONDARY);
    static final ReferenceFigure SOCIAL_LEADERS = new ReferenceFigure(
            "social selling leaders: 45 % more opportunities, 51 % likelier to reach quota",
            "leaders: a Social Selling Index above 70, compared with one below 30; results as the reps reported them",
            "sales reps on LinkedIn worldwide, by their third quarter",
            Year.of(2013),
            "LinkedIn Sales Solutions: Social Selling Index explained, 2014",
            Trust.SECONDARY);

    private ReferenceFigures() {}
}
