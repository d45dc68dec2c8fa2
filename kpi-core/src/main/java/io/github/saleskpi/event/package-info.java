/**
 * What happened: {@link io.github.saleskpi.event.SalesEvent} and its records, one for each type of the wire format, whose
 * component names are the wire format's names.
 */
@org.jspecify.annotations.NullMarked
package io.github.saleskpi.event;
