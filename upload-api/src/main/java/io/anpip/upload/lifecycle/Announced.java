package io.anpip.upload.lifecycle;

import io.anpip.upload.session.FileDescription;

/** A file that is going to be uploaded and whose size is known. */
public record Announced(FileDescription file, long sizeBytes) {}
