package io.anpip.validator.check;

import io.anpip.validator.m3u8.MediaPlaylist;
import io.anpip.validator.m3u8.MediaPlaylist.Segment;
import io.anpip.validator.media.MediaFile.Cmaf;
import io.anpip.validator.media.MediaFile.Unreadable;
import io.anpip.validator.report.Figures;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.HlsRule;
import io.anpip.validator.stream.HlsTrack;
import io.anpip.validator.stream.HlsTrack.HlsSegment;
import io.anpip.validator.stream.HlsTrack.Role;
import io.anpip.validator.stream.PublishedStream;
import java.util.stream.Stream;

/** What media playlists say by themselves. */
final class MediaPlaylistCheck implements Check {

    private static final int TARGET = 6;
    private static final double OVER_TARGET = 0.5;

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls().ifPresent(hls -> {
            for (HlsTrack track : hls.tracks().values()) {
                playlist(track, findings);
                version(track.playlist(), findings);
                lengths(track, findings);
                maps(track, findings);
            }
        });
    }

    private static void playlist(HlsTrack track, Findings findings) {
        MediaPlaylist playlist = track.playlist();
        Place place = Place.of(playlist.name());
        boolean event = playlist.type().filter("EVENT"::equals).isPresent();
        if (!event && !playlist.ended()) {
            findings.add(HlsRule.END_LIST, place, "EXT-X-ENDLIST is missing, so players wait for more segments");
        }
        if (playlist.ended() && playlist.type().isEmpty()) {
            findings.add(AppleRule.PLAYLIST_TYPE, place, "EXT-X-PLAYLIST-TYPE:VOD is missing");
        }
        if (track.role() == Role.I_FRAMES && !playlist.iFramesOnly()) {
            findings.add(AppleRule.I_FRAMES_ONLY, place, "EXT-X-I-FRAMES-ONLY is missing");
        }
        boolean tooLongOrShort =
                playlist.targetDuration().filter(target -> target != TARGET).isPresent();
        boolean longer = playlist.seconds() > TARGET;
        if (track.role() == Role.MEDIA && tooLongOrShort && longer) {
            findings.add(
                    AppleRule.TARGET_SIX,
                    place,
                    "the target duration is " + playlist.targetDuration().orElse(0L) + " s; 6 s is wanted");
        }
        playlist.segments().stream()
                .filter(Segment::discontinuity)
                .findFirst()
                .ifPresent(segment -> findings.add(
                        AppleRule.CONTINUOUS,
                        Place.line(playlist.name(), segment.line()),
                        "EXT-X-DISCONTINUITY stands before it"));
    }

    /** RFC 8216, 7. */
    private static void version(MediaPlaylist playlist, Findings findings) {
        boolean ranges =
                playlist.segments().stream().anyMatch(segment -> segment.range().isPresent());
        boolean maps =
                playlist.segments().stream().anyMatch(segment -> segment.map().isPresent());
        boolean decimals = playlist.segments().stream().anyMatch(segment -> segment.seconds() % 1 != 0);
        int wanted = Stream.of(
                        maps ? playlist.iFramesOnly() ? 5 : 6 : 1,
                        ranges || playlist.iFramesOnly() ? 4 : 1,
                        decimals ? 3 : 1)
                .reduce(1, Math::max);
        if (playlist.version() < wanted) {
            findings.add(
                    HlsRule.VERSION,
                    Place.of(playlist.name()),
                    "EXT-X-VERSION is " + playlist.version() + ", and what it uses takes " + wanted);
        }
    }

    private static void lengths(HlsTrack track, Findings findings) {
        MediaPlaylist playlist = track.playlist();
        playlist.targetDuration().ifPresent(target -> {
            for (Segment segment : playlist.segments()) {
                Place place = Place.line(playlist.name(), segment.line());
                if (Math.round(segment.seconds()) > target) {
                    findings.add(
                            HlsRule.TARGET_DURATION,
                            place,
                            "EXTINF is " + Figures.seconds(segment.seconds()) + ", and the target duration " + target
                                    + " s");
                }
                if (segment.seconds() > target + OVER_TARGET) {
                    findings.add(
                            AppleRule.SEGMENT_LENGTH,
                            place,
                            "it is " + Figures.seconds(segment.seconds()) + " long; at most "
                                    + Figures.seconds(target + OVER_TARGET) + " is allowed");
                }
            }
        });
    }

    private static void maps(HlsTrack track, Findings findings) {
        for (HlsSegment segment : track.segments()) {
            boolean movie = segment.file().orElse(null) instanceof Cmaf
                    || (segment.file().orElse(null) instanceof Unreadable
                            && segment.name().matches(".*\\.(m4s|mp4|m4v|m4a)"));
            if (movie && segment.listed().map().isEmpty()) {
                findings.add(
                        AppleRule.MAP,
                        Place.line(track.name(), segment.listed().line()),
                        "no EXT-X-MAP stands before it, so players cannot know what is in it");
                return;
            }
        }
        long different = track.segments().stream()
                .flatMap(segment -> segment.init().stream())
                .map(init -> init.sha256())
                .distinct()
                .count();
        if (different > 1) {
            findings.add(
                    HlsRule.SAME_INIT,
                    Place.of(track.name()),
                    "it names " + different + " different init segments; chunks of one rendition share one");
        }
    }
}
