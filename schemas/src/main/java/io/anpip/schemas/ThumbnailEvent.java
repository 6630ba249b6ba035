package io.anpip.schemas;

/** How the pictures of a video came out. */
public sealed interface ThumbnailEvent extends VideoEvent
        permits ThumbnailsPublished, ThumbnailsFailed, PosterPublished, PosterFailed {}
