package io.anpip.projector.projection;

import io.anpip.schemas.Stage;
import io.anpip.schemas.StageStatus;
import io.anpip.schemas.Stages;
import io.anpip.schemas.VideoStatus;

/** Weighs the stages of a video into one percentage, by about how long each takes. */
final class OverallProgress {

    private static final int SOURCE = 5;
    private static final int TRANSCODE = 85;
    private static final int THUMBNAILS = 5;
    private static final int CHAPTERS = 5;

    private OverallProgress() {}

    /** A hundred is kept for READY. */
    static int percent(VideoStatus status, Stages stages) {
        if (status == VideoStatus.READY) {
            return 100;
        }
        int hundredths = SOURCE * stages.source().progress()
                + TRANSCODE * stages.transcode().progress()
                + THUMBNAILS * ended(stages.thumbnails())
                + CHAPTERS * ended(stages.chapters());
        return Math.min(99, hundredths / 100);
    }

    /** A stage that failed without failing the video is work done all the same. */
    private static int ended(Stage stage) {
        return stage.status() == StageStatus.FAILED ? 100 : stage.progress();
    }
}
