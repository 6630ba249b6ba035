/**
 * What may change within v1: only optional fields may be added.
 * Every released version of the schemas is kept in the history folder, and the current ones are compared with each of them.
 */
@NullMarked
package io.anpip.schemas.compatibility;

import org.jspecify.annotations.NullMarked;
