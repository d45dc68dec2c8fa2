package io.github.saleskpi.jackson;

/** JSON as it is written, piece after piece; what each version of Jackson is adapted to. Not thread-safe. */
interface ReportOutput {
    ReportOutput startObject();

    ReportOutput endObject();

    ReportOutput startArray();

    ReportOutput endArray();

    ReportOutput name(String name);

    ReportOutput text(String text);

    /** A number in the digits given. */
    ReportOutput number(String digits);

    ReportOutput flag(boolean value);

    ReportOutput nothing();

    /** Ends the document and its line, and hands all bytes on; what they were written to stays open. */
    void end();

    default ReportOutput text(String name, String text) {
        return name(name).text(text);
    }

    default ReportOutput number(String name, String digits) {
        return name(name).number(digits);
    }

    default ReportOutput number(String name, long number) {
        return number(name, Long.toString(number));
    }
}
