/**
 * The encoder: takes chunks of frames and audio tracks from the work queue, runs FFmpeg on them, and commits what it made by a marker.
 * The first complete attempt at a task stands; processes may die at any point.
 */
@NullMarked
package io.anpip.transcode.encoder;

import org.jspecify.annotations.NullMarked;
