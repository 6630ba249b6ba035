package io.anpip.chapter.fusion;

import io.anpip.chapter.signal.Cut;
import io.anpip.chapter.signal.Interval;

/** One signal that speaks for a boundary, and how strongly, from 0 to 1. */
public sealed interface Evidence {

    /** How sure a boundary would be by this alone. */
    double weight();

    /** The picture changed at once. */
    record CutSeen(Cut cut) implements Evidence {

        /** A change of half the picture's range leaves no doubt. */
        private static final double CERTAIN = 50;

        @Override
        public double weight() {
            return Math.clamp(cut.sceneScore() / CERTAIN, 0, 1);
        }
    }

    /** The picture was black before. */
    record BlackSeen(Interval black) implements Evidence {
        @Override
        public double weight() {
            return 0.5;
        }
    }

    /** It was silent around. */
    record SilenceHeard(Interval silence) implements Evidence {

        private static final double LONG_SECONDS = 4;

        @Override
        public double weight() {
            return Math.clamp(0.2 + 0.4 * silence.lengthSeconds() / LONG_SECONDS, 0, 0.6);
        }
    }
}
