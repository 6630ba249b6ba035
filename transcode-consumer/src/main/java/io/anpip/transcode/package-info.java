/**
 * The transcode service: four roles that meet only on topics and in the object store. Each role has its own channel and worker pool and
 * can be switched per process, so an operator runs encoder-only processes and scales them alone.
 */
@NullMarked
package io.anpip.transcode;

import org.jspecify.annotations.NullMarked;
