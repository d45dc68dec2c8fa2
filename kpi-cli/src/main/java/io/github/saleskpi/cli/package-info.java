/** The {@code kpi} command. */
@NullMarked
package io.github.saleskpi.cli;

import org.jspecify.annotations.NullMarked;
