package io.anpip.transcode.packager;

import io.anpip.messaging.EventHandler;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.EndMarkers;
import io.anpip.schemas.ImagesAdded;
import io.anpip.schemas.Storyboard;
import io.anpip.schemas.ThumbnailsFailed;
import io.anpip.schemas.ThumbnailsPublished;
import io.anpip.schemas.VideoEvent;
import io.anpip.transcode.storage.ImageMarker;
import io.anpip.transcode.storage.ImageMarkers;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Takes the storyboard of a video over into its stream, once the pictures of the video have come to their end, whichever that is.
 *
 * <p>Ordering: it tells the packager by an event and not by a call, because one video has one packager at a time only where the events
 * share a partition. Idempotence: the marker that is written first stands, and a redelivery tells the same event again.
 */
@ApplicationScoped
public class ImagesHandler implements EventHandler {

    private final EndMarkers ends;
    private final ImageMarkers markers;
    private final ImageFolder folder;

    public ImagesHandler(EndMarkers ends, ImageMarkers markers, ImageFolder folder) {
        this.ends = ends;
        this.markers = markers;
        this.folder = folder;
    }

    @Override
    public HandlingOutcome handle(VideoEvent event) {
        return switch (event) {
            case ThumbnailsPublished pictures -> add(keys(event), pictures.storyboard());
            case ThumbnailsFailed ignored -> add(keys(event), Optional.empty());
            default -> HandlingOutcome.nothing();
        };
    }

    /** A stream is of use without its pictures. */
    @Override
    public HandlingOutcome giveUp(VideoEvent event, String reason) {
        return switch (event) {
            case ThumbnailsPublished ignored -> add(keys(event), Optional.empty());
            case ThumbnailsFailed ignored -> add(keys(event), Optional.empty());
            default -> HandlingOutcome.nothing();
        };
    }

    private HandlingOutcome add(VideoKeys keys, Optional<Storyboard> storyboard) {
        if (ends.isDeleted(keys.videoId()).join()) {
            return HandlingOutcome.nothing();
        }
        if (markers.find(keys).isEmpty()) {
            storyboard.ifPresent(sheets -> folder.fill(keys, sheets));
            markers.commit(keys, new ImageMarker(storyboard));
        }
        int sheets = markers.find(keys)
                .orElseThrow()
                .storyboard()
                .map(standing -> standing.sheets().size())
                .orElse(0);
        return HandlingOutcome.publish(
                new ImagesAdded(keys.videoId(), keys.generation(), sheets, markers.object(keys)));
    }

    private static VideoKeys keys(VideoEvent event) {
        return new VideoKeys(event.videoId(), event.generation());
    }
}
