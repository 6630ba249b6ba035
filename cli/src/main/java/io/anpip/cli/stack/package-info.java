/**
 * The pipeline on one machine: the four servers, which the local stack runs, and the five services, which this package runs.
 *
 * <p>What runs how is data ({@link io.anpip.cli.stack.ServiceCatalogue}) turned into command lines by pure functions. One process
 * at a time leads a data directory: it alone starts things. It holds a lock of the operating system while it starts them and, in
 * the foreground, for as long as it watches over them. Others look, ask it to repair, or ask it to end.
 */
@NullMarked
package io.anpip.cli.stack;

import org.jspecify.annotations.NullMarked;
