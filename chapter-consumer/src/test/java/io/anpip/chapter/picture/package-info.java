@NullMarked
package io.anpip.chapter.picture;

import org.jspecify.annotations.NullMarked;
