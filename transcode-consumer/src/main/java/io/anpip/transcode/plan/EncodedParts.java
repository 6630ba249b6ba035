package io.anpip.transcode.plan;

import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.text.EncodedText;
import java.util.List;
import java.util.Set;

/**
 * What the encoders have committed of a video so far.
 *
 * @param tracks parts of the renditions of picture and sound
 * @param texts subtitle renditions
 * @param leftOut names of renditions the video goes without
 */
public record EncodedParts(List<EncodedRendition> tracks, List<EncodedText> texts, Set<String> leftOut) {

    public EncodedParts {
        tracks = List.copyOf(tracks);
        texts = List.copyOf(texts);
        leftOut = Set.copyOf(leftOut);
    }
}
