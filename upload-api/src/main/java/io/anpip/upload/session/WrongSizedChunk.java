package io.anpip.upload.session;

/** A chunk that is there with another size than planned. */
public record WrongSizedChunk(int number, long expectedBytes, long storedBytes) {}
