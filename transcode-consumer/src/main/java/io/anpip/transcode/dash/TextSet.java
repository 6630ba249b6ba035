package io.anpip.transcode.dash;

import io.anpip.transcode.hls.StreamFiles;
import io.anpip.transcode.plan.TextRendition;
import io.anpip.transcode.plan.TextStream;

/** Writes adaptation sets of subtitles: one WebVTT file beside the media, the form all DASH players read. */
final class TextSet {

    /** DVB (ETSI TS 103 285): 2 is for people who are hard of hearing. */
    private static final String PURPOSES = "urn:tva:metadata:cs:AudioPurposeCS:2007";

    private TextSet() {}

    static void write(XmlText xml, TextStream text, int id) {
        TextRendition rendition = text.rendition();
        xml.open("AdaptationSet")
                .attribute("id", id)
                .attribute("contentType", "text")
                .attribute("mimeType", "text/vtt");
        rendition.language().ifPresent(language -> xml.attribute("lang", language));
        xml.open("Label").content(rendition.label()).close();
        if (rendition.hearingImpaired()) {
            SoundSet.descriptor(xml, "Accessibility", PURPOSES, "2");
        }
        SoundSet.descriptor(xml, "Role", "urn:mpeg:dash:role:2011", role(rendition));
        xml.open("Representation").attribute("id", rendition.name()).attribute("bandwidth", bandwidth(text));
        xml.open("BaseURL")
                .content(rendition.name() + '/' + StreamFiles.WHOLE_TEXT)
                .close();
        xml.close().close();
    }

    /** ISO/IEC 23009-1, 5.8.5.5. */
    private static String role(TextRendition rendition) {
        if (rendition.forced()) {
            return "forced-subtitle";
        }
        return rendition.hearingImpaired() ? "caption" : "subtitle";
    }

    private static long bandwidth(TextStream text) {
        double seconds = Math.max(1, text.track().durationSeconds());
        return Math.max(1, Math.round(text.track().whole().sizeBytes() * 8 / seconds));
    }
}
