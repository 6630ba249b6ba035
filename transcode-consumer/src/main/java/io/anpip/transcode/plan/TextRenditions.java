package io.anpip.transcode.plan;

import io.anpip.schemas.SubtitleTrack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names the subtitle renditions of a video after what its tracks say about themselves. Pure. */
final class TextRenditions {

    private TextRenditions() {}

    static List<TextRendition> of(List<SubtitleTrack> tracks) {
        List<TextRendition> renditions = new ArrayList<>();
        TrackLabels labels = new TrackLabels();
        Set<Choice> offered = new HashSet<>();
        for (int index = 0; index < tracks.size(); index++) {
            SubtitleTrack track = tracks.get(index);
            Optional<String> language = track.language().flatMap(LanguageTag::of);
            Choice choice = new Choice(language, track.forced(), track.hearingImpaired());
            renditions.add(new TextRendition(
                    "text-" + index,
                    index,
                    track.streamIndex(),
                    track.codec(),
                    language,
                    labels.next(track.title(), language, remark(track), "Subtitles " + (index + 1)),
                    language.isPresent() && offered.add(choice),
                    track.forced(),
                    track.hearingImpaired()));
        }
        return List.copyOf(renditions);
    }

    private static String remark(SubtitleTrack track) {
        if (track.forced()) {
            return "forced";
        }
        return track.hearingImpaired() ? "SDH" : "";
    }

    /** By what players choose by themselves; of two that are alike in it only the first can be chosen so. */
    private record Choice(Optional<String> language, boolean forced, boolean hearingImpaired) {}
}
