package io.anpip.cli.upload;

import io.anpip.cli.data.DataDirectory;
import io.anpip.localstack.process.OwnerOnlyFile;
import io.anpip.schemas.VideoId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Remembers which unfinished upload belongs to which file.
 *
 * <p>Failure: a ledger that cannot be written or read costs the chance to resume, never the upload.
 */
public final class UploadLedger {
    private final Path folder;

    public UploadLedger(DataDirectory data) {
        this.folder = data.uploads();
    }

    /** The upload begun under this fingerprint. */
    Optional<String> begun(String fingerprint) {
        try {
            return VideoId.parse(Files.readString(file(fingerprint)).strip()).map(VideoId::toString);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    void begin(String fingerprint, String uploadId) {
        try {
            OwnerOnlyFile.write(file(fingerprint), uploadId + "\n");
        } catch (IOException notRemembered) {
            // See above: it only means that this upload cannot be resumed.
        }
    }

    void end(String fingerprint) {
        try {
            Files.deleteIfExists(file(fingerprint));
        } catch (IOException notForgotten) {
            // The API will say that this upload is over.
        }
    }

    private Path file(String fingerprint) {
        return folder.resolve(fingerprint);
    }
}
