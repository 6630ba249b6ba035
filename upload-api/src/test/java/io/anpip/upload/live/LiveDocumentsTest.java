package io.anpip.upload.live;

import static io.anpip.upload.video.Documents.ID;
import static io.anpip.upload.video.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.junit.jupiter.api.Test;

class LiveDocumentsTest {

    private static final VideoId OTHER = VideoId.of("01920000-0000-7000-8000-000000000002");

    private final LiveDocuments live = new LiveDocuments();

    @Test
    void followersHearOfTheirVideoOnly() {
        AssertSubscriber<VideoChange> follower = live.of(ID).subscribe().withSubscriber(AssertSubscriber.create(10));
        live.publish(OTHER, changed(1));
        live.publish(ID, changed(2));
        assertThat(follower.getItems()).containsExactly(changed(2));
    }

    @Test
    void aSlowFollowerFindsTheNewest() {
        AssertSubscriber<VideoChange> slow = live.of(ID).subscribe().withSubscriber(AssertSubscriber.create(0));
        for (int sequence = 1; sequence <= 1000; sequence++) {
            live.publish(ID, changed(sequence));
        }
        slow.request(1);
        assertThat(slow.getItems()).containsExactly(changed(1000));
    }

    @Test
    void nothingIsKeptWhenAllHaveGone() {
        AssertSubscriber<VideoChange> one = live.of(ID).subscribe().withSubscriber(AssertSubscriber.create(1));
        AssertSubscriber<VideoChange> two = live.of(ID).subscribe().withSubscriber(AssertSubscriber.create(1));
        assertThat(live.followedVideos()).isEqualTo(1);
        one.cancel();
        two.cancel();
        assertThat(live.followedVideos()).isZero();
    }

    private static VideoChange changed(long sequence) {
        return new VideoChange.Changed(document(ID, VideoStatus.PROCESSING, 1, sequence));
    }
}
