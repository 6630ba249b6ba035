package io.anpip.upload.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.EventCodec;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AbsoluteLinksTest {

    private static final VideoDocument STORED = Documents.document(Documents.ID, VideoStatus.READY, 1, 1);

    @Test
    void everyPathOfADocumentBecomesAnAddress() {
        VideoDocument shown =
                AbsoluteLinks.below(URI.create("https://video.example/")).in(STORED);
        String json = new String(EventCodec.encodeDocument(shown), StandardCharsets.UTF_8);
        assertThat(json).doesNotContain("\"/media/").contains("\"https://video.example/media/videos/");
        assertThat(json.split("https://video.example/media/", -1)).hasSize(8);
    }

    @Test
    void nothingElseChanges() {
        assertThat(new AbsoluteLinks("").in(STORED)).isEqualTo(STORED);
    }
}
