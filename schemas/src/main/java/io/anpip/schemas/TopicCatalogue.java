package io.anpip.schemas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The topics as data, read from {@code topics.yaml}: topic creation, documentation and checks all follow it. */
public record TopicCatalogue(List<Topic> topics) {

    public static final String UPLOADS = "video.uploads.v1";
    public static final String SOURCES = "video.sources.v1";
    public static final String ENCODE_TASKS = "video.encode-tasks.v1";
    public static final String FAST_ENCODE_TASKS = "video.fast-encode-tasks.v1";
    public static final String RENDITIONS = "video.renditions.v1";
    public static final String THUMBNAILS = "video.thumbnails.v1";
    public static final String CHAPTERS = "video.chapters.v1";
    public static final String STATUS = "video.status.v1";
    public static final String NOTIFICATIONS = "video.notifications.v1";

    public TopicCatalogue {
        topics = List.copyOf(topics);
    }

    /** The catalogue of this version. */
    public static TopicCatalogue load() {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory())
                .registerModule(new Jdk8Module())
                .registerModule(new JavaTimeModule());
        try (InputStream data = Objects.requireNonNull(
                TopicCatalogue.class.getResourceAsStream("topics.yaml"), "topics.yaml is part of this module")) {
            return yaml.readValue(data, TopicCatalogue.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("topics.yaml is not a topic catalogue", unreadable);
        }
    }

    /** The topic that carries events of this kind. */
    public static String topicOf(VideoEvent event) {
        return switch (event) {
            case UploadEvent ignored -> UPLOADS;
            case SourceEvent ignored -> SOURCES;
            case EncodeTask task ->
                switch (task.lane()) {
                    case FAST -> FAST_ENCODE_TASKS;
                    case BULK -> ENCODE_TASKS;
                };
            case RenditionEvent ignored -> RENDITIONS;
            case ThumbnailEvent ignored -> THUMBNAILS;
            case ChapterEvent ignored -> CHAPTERS;
            case VideoDocument ignored -> STATUS;
            case VideoPlayable ignored -> NOTIFICATIONS;
            case VideoReady ignored -> NOTIFICATIONS;
            case VideoFailed ignored -> NOTIFICATIONS;
        };
    }

    /** The topic with this name, if it is one of ours. */
    public Optional<Topic> topic(String name) {
        return topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }
}
