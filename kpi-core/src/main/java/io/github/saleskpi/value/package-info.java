/** What a calculation yields: {@link io.github.saleskpi.value.KpiValue}, its unit, its direction and the limits of its interval. */
@org.jspecify.annotations.NullMarked
package io.github.saleskpi.value;
