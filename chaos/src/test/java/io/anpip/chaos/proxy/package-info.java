@NullMarked
package io.anpip.chaos.proxy;

import org.jspecify.annotations.NullMarked;
