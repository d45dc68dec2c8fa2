/** Who is looked at: the rows of a report, by what they are grouped, and reference data about them. */
@org.jspecify.annotations.NullMarked
package io.github.saleskpi.team;
