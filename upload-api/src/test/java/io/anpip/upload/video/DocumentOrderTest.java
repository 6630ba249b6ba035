package io.anpip.upload.video;

import static io.anpip.upload.video.Documents.ID;
import static io.anpip.upload.video.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoStatus;
import org.junit.jupiter.api.Test;

class DocumentOrderTest {

    private static final VideoDocument PLAYABLE = document(ID, VideoStatus.PLAYABLE, 1, 5);

    @Test
    void aLaterSequenceOfTheSameStatusIsNews() {
        assertThat(DocumentOrder.supersedes(document(ID, VideoStatus.PLAYABLE, 1, 6), PLAYABLE))
                .isTrue();
    }

    @Test
    void theSameAgainIsNoNews() {
        assertThat(DocumentOrder.supersedes(PLAYABLE, PLAYABLE)).isFalse();
    }

    @Test
    void aStatusThatGoesBackIsHeldBackEvenWithALaterSequence() {
        assertThat(DocumentOrder.supersedes(document(ID, VideoStatus.PROCESSING, 1, 6), PLAYABLE))
                .isFalse();
    }

    @Test
    void aNewGenerationBeginsAnew() {
        assertThat(DocumentOrder.supersedes(document(ID, VideoStatus.PROCESSING, 2, 5), PLAYABLE))
                .isTrue();
    }

    @Test
    void readyAndFailedAreBothTheEnd() {
        assertThat(DocumentOrder.isAtEnd(document(ID, VideoStatus.READY, 1, 1))).isTrue();
        assertThat(DocumentOrder.isAtEnd(document(ID, VideoStatus.FAILED, 1, 1)))
                .isTrue();
        assertThat(DocumentOrder.isAtEnd(PLAYABLE)).isFalse();
    }
}
