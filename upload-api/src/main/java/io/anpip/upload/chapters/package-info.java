/**
 * Chapters that a user writes: what is asked of them, and where their files lie. All of it is pure; what became of them is told by an
 * event, and status-projector shows them before the file's own and the ones that were found.
 */
@NullMarked
package io.anpip.upload.chapters;

import org.jspecify.annotations.NullMarked;
