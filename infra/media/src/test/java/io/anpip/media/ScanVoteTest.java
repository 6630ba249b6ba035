package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.picture.Scan;
import org.junit.jupiter.api.Test;

class ScanVoteTest {

    @Test
    void countsWhatTheFilterPrints() {
        ScanVote vote = ScanVote.NONE;
        for (String line : """
                frame:0    pts:0       pts_time:0
                lavfi.idet.multiple.current_frame=tff
                frame:1    pts:3600    pts_time:0.04
                lavfi.idet.multiple.current_frame=undetermined
                lavfi.idet.multiple.current_frame=bff
                lavfi.idet.multiple.current_frame=progressive
                """.lines().toList()) {
            vote = vote.with(line);
        }

        assertThat(vote).isEqualTo(new ScanVote(1, 1, 1));
        assertThat(vote.plus(vote)).isEqualTo(new ScanVote(2, 2, 2));
    }

    @Test
    void theMajorityDecidesWhateverIsClaimed() {
        assertThat(new ScanVote(30, 2, 10).verdict(Scan.BOTTOM_FIELD_FIRST)).isEqualTo(Scan.TOP_FIELD_FIRST);
        assertThat(new ScanVote(1, 29, 0).verdict(Scan.PROGRESSIVE)).isEqualTo(Scan.BOTTOM_FIELD_FIRST);
        assertThat(new ScanVote(3, 3, 60).verdict(Scan.TOP_FIELD_FIRST)).isEqualTo(Scan.PROGRESSIVE);
    }

    @Test
    void whereNothingMovesTheClaimStands() {
        assertThat(ScanVote.NONE.verdict(Scan.TOP_FIELD_FIRST)).isEqualTo(Scan.TOP_FIELD_FIRST);
        assertThat(ScanVote.NONE.verdict(Scan.PROGRESSIVE)).isEqualTo(Scan.PROGRESSIVE);
    }
}
