/**
 * The oracle: what a report says, found by the plainest way there is, and random histories and questions to ask it. It
 * shares no code with the engine. The tests of kpi-core compile it too.
 */
@org.jspecify.annotations.NullMarked
package io.github.saleskpi.oracle;
