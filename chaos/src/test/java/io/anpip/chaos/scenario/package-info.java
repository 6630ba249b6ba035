@NullMarked
package io.anpip.chaos.scenario;

import org.jspecify.annotations.NullMarked;
