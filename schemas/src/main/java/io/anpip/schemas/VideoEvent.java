package io.anpip.schemas;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A fact about one video, as it stands on a topic.
 *
 * <p>Idempotence: the id of an event is computed from what it says ({@link #eventId()}), so an event that is published twice
 * carries the same id twice and a reader can drop the second.
 */
public sealed interface VideoEvent
        permits UploadEvent, SourceEvent, EncodeTask, RenditionEvent, ThumbnailEvent, ChapterEvent, StatusEvent {

    /** The video this is about; the record key of every topic but the work queue. */
    VideoId videoId();

    /** Which run over the video's source this belongs to, from 1. */
    int generation();

    /** What tells this event from others of its type for the same video and generation, e.g. a chunk's number. */
    default String discriminator() {
        return "";
    }

    /** The CloudEvents id: the same for every delivery of the same fact. */
    default UUID eventId() {
        String name = EventType.of(this).type() + '|' + videoId() + '|' + generation() + '|' + discriminator();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
