package io.anpip.upload.chapters;

import java.util.Optional;

/**
 * A chapter as a client sent it; nothing of it is checked.
 *
 * @param startSeconds where it begins
 * @param endSeconds where it ends; where the next one begins, or the video ends, when absent
 * @param title for people
 */
public record ChapterDraft(Optional<Double> startSeconds, Optional<Double> endSeconds, String title) {}
