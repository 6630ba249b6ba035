/**
 * Decides whose video is next where there are more than can be in work: {@link io.anpip.upload.admission.FairTurns}. Pure;
 * {@link io.anpip.upload.lifecycle.Admission} applies it.
 */
@NullMarked
package io.anpip.upload.admission;

import org.jspecify.annotations.NullMarked;
