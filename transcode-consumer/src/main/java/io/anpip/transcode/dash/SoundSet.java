package io.anpip.transcode.dash;

import io.anpip.transcode.grid.AudioGrid;
import io.anpip.transcode.plan.AudioRendition;
import io.anpip.transcode.plan.AudioStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes adaptation sets of sound: players switch among the bit rates of one, and choose by language and channels between them. */
final class SoundSet {

    private static final String ROLES = "urn:mpeg:dash:role:2011";

    /** DVB (ETSI TS 103 285): 1 is for people who cannot see the picture. */
    private static final String PURPOSES = "urn:tva:metadata:cs:AudioPurposeCS:2007";

    private SoundSet() {}

    /** The renditions that belong together: same track, same channels; smallest bit rate first. */
    static List<List<AudioStream>> of(List<AudioStream> audio) {
        Map<List<Integer>, List<AudioStream>> sets = new LinkedHashMap<>();
        for (AudioStream stream : audio) {
            AudioRendition rendition = stream.rendition();
            sets.computeIfAbsent(List.of(rendition.trackIndex(), rendition.channels()), key -> new ArrayList<>())
                    .add(stream);
        }
        sets.values()
                .forEach(set -> set.sort((some, other) -> Integer.compare(
                        some.rendition().bitrateBps(), other.rendition().bitrateBps())));
        return List.copyOf(sets.values());
    }

    static void write(XmlText xml, List<AudioStream> set, int id, int targetDurationSeconds) {
        AudioRendition shared = set.getFirst().rendition();
        xml.open("AdaptationSet")
                .attribute("id", id)
                .attribute("contentType", "audio")
                .attribute("mimeType", "audio/mp4")
                .attribute("segmentAlignment", "true")
                .attribute("startWithSAP", "1");
        shared.language().ifPresent(language -> xml.attribute("lang", language));
        if (shared.byDefault() && shared.channels() == AudioRendition.STEREO) {
            // Of two sets that are alike but for the channels, all devices can play this one.
            xml.attribute("selectionPriority", "2");
        }
        // The schema wants labels before accessibility before roles.
        xml.open("Label").content(shared.label()).close();
        if (shared.describesVideo()) {
            descriptor(xml, "Accessibility", PURPOSES, "1");
        }
        descriptor(xml, "Role", ROLES, shared.byDefault() ? "main" : "alternate");
        DashManifest.timeline(xml, set.getFirst().track());
        for (AudioStream audio : set) {
            xml.open("Representation")
                    .attribute("id", audio.rendition().name())
                    .attribute("codecs", audio.track().init().codecs())
                    .attribute("bandwidth", DashManifest.peak(audio.track(), targetDurationSeconds))
                    .attribute("audioSamplingRate", AudioGrid.SAMPLE_RATE_HZ);
            descriptor(
                    xml,
                    "AudioChannelConfiguration",
                    "urn:mpeg:dash:23003:3:audio_channel_configuration:2011",
                    Integer.toString(audio.rendition().channels()));
            xml.close();
        }
        xml.close();
    }

    static void descriptor(XmlText xml, String element, String scheme, String value) {
        xml.open(element)
                .attribute("schemeIdUri", scheme)
                .attribute("value", value)
                .close();
    }
}
