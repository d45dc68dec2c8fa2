/** Says how far the events can be trusted: start at {@link io.github.saleskpi.quality.DataQuality}. */
@org.jspecify.annotations.NullMarked
package io.github.saleskpi.quality;
