package io.anpip.chapter.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.chapter.signal.Cut;
import io.anpip.chapter.signal.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyPictureReadingTest {

    @Test
    void keyPicturesPutAtCutsTellThemAll() {
        Painted scenes = new Painted().scene(1, 2).scene(2, 1).scene(3, 1).scene(4, 1);
        KeyPictureReading reading = read(scenes, 30, 0.0, 10.0, 11.5, 15.0, 22.0);

        assertThat(reading.cuts()).extracting(Cut::atSeconds).containsExactly(11.5, 15.0, 22.0);
        assertThat(reading.unclear()).isEmpty();
    }

    @Test
    void aChangeBetweenKeyPicturesInTheirTurnIsLookedInto() {
        KeyPictureReading reading = read(new Painted().scene(1, 2).scene(2, 2), 8, 0.0, 2.0, 4.0, 6.0);

        assertThat(reading.cuts()).isEmpty();
        // From the key picture before the change to some way behind the one after it; and behind the last one.
        assertThat(reading.unclear()).containsExactly(new Interval(2, 5.5), new Interval(6, 8));
    }

    @Test
    void stretchesThatTouchAreOne() {
        assertThat(read(new Painted().scene(1, 1).scene(2, 1).scene(3, 1), 6, 0.0, 2.0, 4.0)
                        .unclear())
                .containsExactly(new Interval(0, 6));
    }

    @Test
    void inALongTimeASceneMayHaveComeAndGone() {
        Painted almostSame = new Painted().scene(1, 1).scene(1, 1, 4);

        assertThat(read(almostSame, 12, 0.0, 10.0).unclear()).containsExactly(new Interval(0, 12));
        assertThat(read(almostSame, 6, 0.0, 4.0).unclear()).containsExactly(new Interval(4, 6));
    }

    @Test
    void anotherExposureOutOfTurnIsNoCut() {
        Painted scenes = new Painted().scene(1, 2).scene(1, 1, 60).scene(2, 1).scene(3, 1);

        assertThat(read(scenes, 30, 0.0, 10.0, 11.5, 15.0, 22.0).cuts())
                .extracting(Cut::atSeconds)
                .containsExactly(15.0, 22.0);
    }

    @Test
    void withoutKeyPicturesAllIsUnclear() {
        assertThat(read(new Painted(), 9).unclear()).containsExactly(new Interval(0, 9));
    }

    private static KeyPictureReading read(Painted pictures, double seconds, Double... times) {
        return KeyPictureReading.of(new KeyPictures(pictures.pictures(), List.of(times)), seconds);
    }
}
