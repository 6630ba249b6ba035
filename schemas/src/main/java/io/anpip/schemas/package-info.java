/**
 * The event contract of Anpip: one documented record for every event, the topic catalogue and the codec between events and bytes.
 * Everything a downstream system needs to read our topics is here; this module depends on no other module of ours.
 */
@NullMarked
package io.anpip.schemas;

import org.jspecify.annotations.NullMarked;
