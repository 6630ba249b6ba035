/**
 * Files that clients send through this service instead of straight into the store: how far one has come, and what a range of it means. Pure;
 * {@link io.anpip.upload.lifecycle.ByteIntake} takes the bytes.
 */
@NullMarked
package io.anpip.upload.intake;

import org.jspecify.annotations.NullMarked;
