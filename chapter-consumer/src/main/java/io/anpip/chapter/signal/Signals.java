package io.anpip.chapter.signal;

import java.util.List;

/** Everything that was noticed in a video, each kind in order of time. */
public record Signals(List<Cut> cuts, List<Interval> blacks, List<Interval> silences) {

    public Signals {
        cuts = List.copyOf(cuts);
        blacks = List.copyOf(blacks);
        silences = List.copyOf(silences);
    }
}
