/** Dates and moments: {@link io.github.saleskpi.time.Period}, the calendars that cut time, and the viewpoint from which one looks. */
@org.jspecify.annotations.NullMarked
package io.github.saleskpi.time;
