package io.anpip.upload.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.VideoId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairTurnsTest {

    private static List<WaitingVideo> videos(int count, long costBytes) {
        return Stream.generate(() -> new WaitingVideo(new VideoId(UUID.randomUUID()), costBytes))
                .limit(count)
                .toList();
    }

    private static List<VideoId> ids(List<WaitingVideo> videos) {
        return videos.stream().map(WaitingVideo::id).toList();
    }

    @Test
    void whoBringsAFewGoesBeforeWhoBroughtHundreds() {
        List<WaitingVideo> many = videos(200, 10);
        List<WaitingVideo> few = videos(5, 10);

        List<VideoId> turns =
                FairTurns.next(List.of(new OwnerQueue("many", 60, many), new OwnerQueue("few", 0, few)), 6);

        assertThat(turns.subList(0, 5)).isEqualTo(ids(few));
        assertThat(turns.get(5)).isEqualTo(many.getFirst().id());
    }

    @Test
    void ownersWhoAlwaysHaveWorkShareByWhatItCostsAndNotByNumber() {
        List<WaitingVideo> small = videos(100, 1);
        List<WaitingVideo> large = videos(100, 9);

        List<VideoId> turns =
                FairTurns.next(List.of(new OwnerQueue("large", 0, large), new OwnerQueue("small", 0, small)), 50);

        assertThat(turns.stream().filter(ids(large)::contains).count()).isEqualTo(5);
    }

    @Test
    void oneOwnerHasAllTurnsAndFirstComeIsFirst() {
        List<WaitingVideo> only = videos(3, 7);

        assertThat(FairTurns.next(List.of(new OwnerQueue("", 1_000_000, only)), 10))
                .isEqualTo(ids(only));
    }

    @Test
    void whereNothingIsFreeOrNothingWaitsNobodyHasATurn() {
        assertThat(FairTurns.next(List.of(new OwnerQueue("a", 0, videos(3, 7))), 0))
                .isEmpty();
        assertThat(FairTurns.next(List.of(), 3)).isEmpty();
        assertThat(FairTurns.next(List.of(new OwnerQueue("a", 0, new ArrayList<>())), 3))
                .isEmpty();
    }
}
