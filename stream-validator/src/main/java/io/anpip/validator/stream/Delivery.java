package io.anpip.validator.stream;

import io.anpip.validator.resource.Fetched.Headers;

/** How a web server sent a file. */
public record Delivery(String name, FileKind kind, Headers headers) {}
