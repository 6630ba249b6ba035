package io.anpip.thumbnail.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoryboardPlanTest {

    private static final StoryboardPlan.Limits LIMITS =
            new StoryboardPlan.Limits(160, 200, Duration.ofSeconds(1), 10, 10);

    @ParameterizedTest
    @CsvSource({
        //  length, tiles, interval, columns, rows, sheets
        "      200,     1,     1000,       1,    1,     1",
        "     4000,     4,     1000,       4,    1,     1",
        "    30000,    30,     1000,      10,    3,     1",
        "    30400,    30,     1014,      10,    3,     1",
        "    30600,    31,     1000,      10,    4,     1",
        "   100000,   100,     1000,      10,   10,     1",
        "   150000,   150,     1000,      10,   10,     2",
        "  7200000,   200,    36000,      10,   10,     2"
    })
    void hasATilePerSecondAndAtMostSoMany(
            long lengthMillis, int tiles, long intervalMillis, int columns, int rows, int sheets) {
        StoryboardPlan plan = plan(lengthMillis);

        assertThat(plan.tileCount()).isEqualTo(tiles);
        assertThat(plan.interval()).isEqualTo(Duration.ofMillis(intervalMillis));
        assertThat(plan.columns()).isEqualTo(columns);
        assertThat(plan.rows()).isEqualTo(rows);
        assertThat(plan.sheetCount()).isEqualTo(sheets);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999, 1499, 1500, 30_400, 30_600, 200_500, 3_599_999, 86_400_000})
    void theTilesCoverTheVideoFromItsStartToItsEnd(long lengthMillis) {
        StoryboardPlan plan = plan(lengthMillis);

        assertThat(plan.startOf(0)).isZero();
        assertThat(plan.endOf(plan.tileCount() - 1)).isEqualTo(Duration.ofMillis(lengthMillis));
        assertThat(plan.startOf(plan.tileCount() - 1)).isLessThan(Duration.ofMillis(lengthMillis));
        assertThat(plan.tileCount()).isBetween(1, 200);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999, 1499, 1500, 30_400, 30_600, 200_500, 3_599_999, 86_400_000})
    void aPlayerThatDividesATimeByTheIntervalFindsATile(long lengthMillis) {
        StoryboardPlan plan = plan(lengthMillis);

        assertThat((lengthMillis - 1) / plan.interval().toMillis()).isLessThan(plan.tileCount());
    }

    @Test
    void theSheetsLastAsLongAsTheVideoTogether() {
        StoryboardPlan plan = plan(150_250);

        assertThat(plan.lengthOfSheet(0)).isEqualTo(plan.interval().multipliedBy(100));
        assertThat(plan.lengthOfSheet(0).plus(plan.lengthOfSheet(1))).isEqualTo(Duration.ofMillis(150_250));
    }

    @Test
    void theMiddleOfEveryTilesTimeLiesInTheVideo() {
        StoryboardPlan plan = plan(30_600);

        assertThat(plan.startOf(30).plus(plan.interval().dividedBy(2))).isLessThan(Duration.ofMillis(30_600));
    }

    private static StoryboardPlan plan(long lengthMillis) {
        return StoryboardPlan.of(Duration.ofMillis(lengthMillis), 1920, 1080, LIMITS);
    }
}
