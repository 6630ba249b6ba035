/**
 * The settings of this service, each with its meaning and default.
 * Limits live here, so that every bound of the service can be read in one place.
 */
@NullMarked
package io.anpip.upload.settings;

import org.jspecify.annotations.NullMarked;
