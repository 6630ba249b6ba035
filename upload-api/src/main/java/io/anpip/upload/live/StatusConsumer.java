package io.anpip.upload.live;

import io.anpip.schemas.EventCodec;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoId;
import io.anpip.upload.lifecycle.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads the status topic for live updates, and for the turns that become free: every process reads all of it, from now on, and commits nothing.
 *
 * <p>Failure: what is not readable is passed over. The database is the truth, and every stream reads it again.
 */
@ApplicationScoped
public class StatusConsumer {

    private final LiveDocuments documents;
    private final Admission admission;

    public StatusConsumer(LiveDocuments documents, Admission admission) {
        this.documents = documents;
        this.admission = admission;
    }

    @Incoming("status-in")
    void onStatus(ConsumerRecord<String, byte[]> record) {
        VideoId.parse(String.valueOf(record.key())).ifPresent(id -> {
            byte[] payload = record.value();
            if (payload == null) {
                documents.publish(id, new VideoChange.Removed());
            } else {
                EventCodec.decodeDocument(VideoDocument.class, payload).ifPresent(document -> changed(id, document));
            }
        });
    }

    private void changed(VideoId id, VideoDocument document) {
        documents.publish(id, new VideoChange.Changed(document));
        switch (document.status()) {
            case READY, FAILED -> admission.turnIsFree();
            case UPLOADING, PROCESSING, PLAYABLE -> {}
        }
    }
}
