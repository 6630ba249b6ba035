/** Stands between the services and what they depend on, and lets a test break the path. */
@NullMarked
package io.anpip.chaos.proxy;

import org.jspecify.annotations.NullMarked;
