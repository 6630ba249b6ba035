package io.anpip.upload.lifecycle;

import io.anpip.upload.session.ChunkInventory;
import io.anpip.upload.session.Upload;

/** An upload with what the store has of it. */
public record UploadView(Upload upload, ChunkInventory inventory) {}
