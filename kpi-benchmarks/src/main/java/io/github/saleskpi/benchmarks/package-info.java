/** Simulated data and benchmarks. */
@NullMarked
package io.github.saleskpi.benchmarks;

import org.jspecify.annotations.NullMarked;
