package io.anpip.validator.m3u8;

/** What a text turned out to be. */
public sealed interface Playlist {

    /** A multivariant playlist. */
    record Multivariant(MultivariantPlaylist playlist) implements Playlist {}

    /** A media playlist. */
    record Media(MediaPlaylist playlist) implements Playlist {}

    /** No playlist; why, is among the findings. */
    record None() implements Playlist {}
}
