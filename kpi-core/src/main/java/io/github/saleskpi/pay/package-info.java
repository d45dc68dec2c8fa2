/** What people are paid for figures: {@link io.github.saleskpi.pay.PayScheme}, its statements, and what a later run restates. */
@org.jspecify.annotations.NullMarked
package io.github.saleskpi.pay;
