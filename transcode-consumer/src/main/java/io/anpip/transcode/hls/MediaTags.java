package io.anpip.transcode.hls;

import io.anpip.transcode.plan.AudioGroup;
import io.anpip.transcode.plan.AudioRendition;
import io.anpip.transcode.plan.AudioStream;
import io.anpip.transcode.plan.TextRendition;
import io.anpip.transcode.plan.TextStream;
import java.util.Optional;

/** Writes the tags EXT-X-MEDIA of sound and subtitles (RFC 8216, 4.3.4.1). The numbers are clauses of Apple's specification. */
final class MediaTags {

    static final String TEXT_GROUP = "text";

    private static final String DESCRIBES_VIDEO = "public.accessibility.describes-video";
    private static final String FOR_THE_DEAF =
            "public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound";

    private MediaTags() {}

    /** 9.5: audio apart from video, one rendition for every track; 9.6, 9.7: other qualities in groups of their own. */
    static String sound(AudioGroup group, AudioStream member, String playlist) {
        AudioRendition rendition = member.rendition();
        return "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"" + group.id() + "\",NAME=\"" + rendition.label() + "\""
                + language(rendition.language())
                + ",DEFAULT=" + yesOrNo(rendition.byDefault())
                + ",AUTOSELECT=" + yesOrNo(rendition.automatic())
                + (rendition.describesVideo() ? characteristics(DESCRIBES_VIDEO) : "")
                + ",CHANNELS=\"" + rendition.channels() + "\""
                + address(rendition.name(), playlist);
    }

    /** 4.7, 8.10: with language. Never shown by default: files mark their first subtitles so whether or not anybody wants them. */
    static String text(TextStream text, String playlist) {
        TextRendition rendition = text.rendition();
        return "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"" + TEXT_GROUP + "\",NAME=\"" + rendition.label() + "\""
                + language(rendition.language())
                + ",DEFAULT=NO,AUTOSELECT=" + yesOrNo(rendition.automatic())
                + (rendition.forced() ? ",FORCED=YES" : "")
                + (rendition.hearingImpaired() ? characteristics(FOR_THE_DEAF) : "")
                + address(rendition.name(), playlist);
    }

    private static String language(Optional<String> tag) {
        return tag.map(language -> ",LANGUAGE=\"" + language + "\"").orElse("");
    }

    private static String characteristics(String list) {
        return ",CHARACTERISTICS=\"" + list + "\"";
    }

    private static String address(String name, String playlist) {
        return ",URI=\"" + name + '/' + playlist + "\"\n";
    }

    private static String yesOrNo(boolean value) {
        return value ? "YES" : "NO";
    }
}
