package io.anpip.validator.mpd;

/** A scheme and its value, such as a property or a role. */
public record Descriptor(String scheme, String value) {}
