@NullMarked
package io.anpip.chapter.scan;

import org.jspecify.annotations.NullMarked;
