package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.VideoId;
import io.anpip.transcode.cmaf.AudioTrackRewriter;
import io.anpip.transcode.cmaf.CopiedPictureRewriter;
import io.anpip.transcode.cmaf.CopiedSoundRewriter;
import io.anpip.transcode.cmaf.EncodedInit;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.cmaf.MediaSegment;
import io.anpip.transcode.cmaf.Rejected;
import io.anpip.transcode.cmaf.RewriteOutcome;
import io.anpip.transcode.cmaf.Rewritten;
import io.anpip.transcode.cmaf.VideoChunkRewriter;
import io.anpip.transcode.command.AudioEncodeCommand;
import io.anpip.transcode.command.ChunkEncodeCommand;
import io.anpip.transcode.command.CopyCommand;
import io.anpip.transcode.command.SubtitleExtractCommand;
import io.anpip.transcode.dash.DashManifest;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.hls.MultivariantPlaylist;
import io.anpip.transcode.hls.StreamFiles;
import io.anpip.transcode.hls.TrackPlaylist;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.plan.AudioRendition;
import io.anpip.transcode.plan.AudioStream;
import io.anpip.transcode.plan.EncodedParts;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.PlanSettings;
import io.anpip.transcode.plan.Presentation;
import io.anpip.transcode.plan.TextRendition;
import io.anpip.transcode.plan.TextStream;
import io.anpip.transcode.plan.VideoStream;
import io.anpip.transcode.text.EncodedText;
import io.anpip.transcode.text.SubRipFile;
import io.anpip.transcode.text.SubStationAlphaFile;
import io.anpip.transcode.text.SubtitleCue;
import io.anpip.transcode.text.VideoClock;
import io.anpip.transcode.text.WebVttText;
import io.anpip.validator.StreamValidator;
import io.anpip.validator.report.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A clip encoded the way the service does it, chunk by chunk, with the stream written to a folder.
 *
 * @param plan the plan it followed
 * @param parts what was encoded, chunk by chunk
 * @param presentation all of it
 * @param folder the folder of the stream
 */
public record EncodedStream(EncodingPlan plan, List<EncodedRendition> parts, Presentation presentation, Path folder) {

    /** Encodes a clip. */
    public static EncodedStream of(Path clip, PlanSettings settings, Path work) throws IOException {
        return of(clip, Probing.probe(clip), settings, work);
    }

    /** Encodes a clip that was probed already. */
    public static EncodedStream of(Path clip, SourceProbe probe, PlanSettings settings, Path work) throws IOException {
        Path folder = Files.createDirectories(work.resolve("stream"));
        EncodingPlan plan = EncodingPlan.of(
                VideoId.of("01890000-0000-7000-8000-000000000001"),
                1,
                new ObjectRef("work", "source", Files.size(clip), ""),
                probe,
                settings);
        List<String> input = Probing.input(clip).arguments();
        List<EncodedRendition> parts = new ArrayList<>();
        if (plan.grid().isPresent()) {
            FrameGrid grid = plan.grid().get();
            if (plan.copiedRung().isPresent()) {
                Rung rung = plan.copiedRung().get();
                Path file = ChunkEncodeCommand.outputFile(work, rung);
                Ffmpeg.run(CopyCommand.picture(plan, input, file));
                parts.add(stored(rung.name(), CopiedPictureRewriter.rewrite(file, grid), folder));
                Files.delete(file);
            }
            for (ChunkRange chunk : grid.chunks()) {
                Ffmpeg.run(ChunkEncodeCommand.of(plan, chunk, input, work));
                for (Rung rung : plan.encodedRungs()) {
                    Path file = ChunkEncodeCommand.outputFile(work, rung);
                    parts.add(stored(rung.name(), VideoChunkRewriter.rewrite(file, grid, chunk), folder));
                    Files.delete(file);
                }
            }
        }
        for (AudioRendition rendition : plan.audio()) {
            Path file = work.resolve("sound.mp4");
            if (plan.copies(rendition)) {
                Ffmpeg.run(CopyCommand.sound(plan, rendition, input, file));
                double zero = CopyCommand.SOUND_AHEAD_SECONDS + plan.originSeconds();
                parts.add(stored(rendition.name(), CopiedSoundRewriter.rewrite(file, plan.audioGrid(), zero), folder));
                continue;
            }
            Ffmpeg.run(AudioEncodeCommand.of(plan, rendition, input, file));
            parts.add(stored(rendition.name(), AudioTrackRewriter.rewrite(file, plan.audioGrid()), folder));
        }
        List<EncodedText> texts = new ArrayList<>();
        for (TextRendition rendition : plan.text()) {
            texts.add(text(plan, rendition, input, work, folder));
        }
        EncodedStream stream =
                new EncodedStream(plan, parts, Presentation.of(plan, new EncodedParts(parts, texts, Set.of())), folder);
        stream.writePlaylists();
        stream.mustConform();
        return stream;
    }

    /** A picture of one size without sound, which is never scaled up, has one variant and nothing smaller to offer. */
    private static final Set<String> NEED_SEVERAL_VARIANTS = Set.of("Apple 9.9", "Apple 9.21");

    private void mustConform() {
        boolean several = presentation.video().size() + presentation.audio().size() > 1;
        List<Finding> violations = StreamValidator.ofFolder(folder).validate().violations().stream()
                .filter(finding -> several
                        || !NEED_SEVERAL_VARIANTS.contains(finding.rule().id()))
                .toList();
        assertThat(violations).as("violations of the stream").isEmpty();
    }

    /** One rendition as a single file: init segment and media segments one after the other. */
    public Path joined(String rendition) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EncodedRendition track = track(rendition);
        bytes.writeBytes(Files.readAllBytes(folder.resolve(rendition).resolve(StreamFiles.INIT)));
        for (EncodedSegment segment : track.segments()) {
            bytes.writeBytes(
                    Files.readAllBytes(folder.resolve(rendition).resolve(StreamFiles.segment(segment.number()))));
        }
        return Files.write(folder.resolve(rendition + ".mp4"), bytes.toByteArray());
    }

    /** All segments of a rendition. */
    public EncodedRendition track(String rendition) {
        return presentation.video().stream()
                .map(VideoStream::track)
                .filter(track -> track.name().equals(rendition))
                .findFirst()
                .or(() -> presentation.audio().stream()
                        .map(AudioStream::track)
                        .filter(track -> track.name().equals(rendition))
                        .findFirst())
                .orElseThrow();
    }

    private static EncodedText text(
            EncodingPlan plan, TextRendition rendition, List<String> input, Path work, Path folder) throws IOException {
        Path file = work.resolve("text.txt");
        Ffmpeg.run(SubtitleExtractCommand.of(rendition, input, file));
        String found = Files.readString(file);
        List<SubtitleCue> cues = new VideoClock(plan.originSeconds(), plan.durationSeconds())
                .place(
                        SubtitleExtractCommand.keepsSubStationAlpha(rendition)
                                ? SubStationAlphaFile.cues(found)
                                : SubRipFile.cues(found));
        Path own = Files.createDirectories(folder.resolve(rendition.name()));
        List<EncodedSegment> segments = new ArrayList<>();
        for (String segment : WebVttText.segments(cues, plan.textGrid().endSeconds())) {
            String name = StreamFiles.textSegment(segments.size() + 1);
            Files.writeString(own.resolve(name), segment);
            segments.add(new EncodedSegment(
                    segments.size() + 1,
                    new ObjectRef("media", name, segment.length(), ""),
                    "",
                    plan.textGrid().segmentTicks().get(segments.size()),
                    List.of()));
        }
        String whole = WebVttText.whole(cues);
        Files.writeString(own.resolve(StreamFiles.WHOLE_TEXT), whole);
        return new EncodedText(
                rendition.name(),
                plan.textGrid().timescale(),
                new ObjectRef("media", StreamFiles.WHOLE_TEXT, whole.length(), ""),
                segments);
    }

    private static EncodedRendition stored(String name, RewriteOutcome outcome, Path folder) throws IOException {
        return switch (outcome) {
            case Rewritten rewritten -> stored(name, rewritten, folder);
            case Rejected rejected -> throw new AssertionError(name + ": " + rejected);
        };
    }

    private static EncodedRendition stored(String name, Rewritten rewritten, Path folder) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Files.write(own.resolve(StreamFiles.INIT), rewritten.init().bytes());
        List<EncodedSegment> segments = new ArrayList<>();
        for (MediaSegment segment : rewritten.segments()) {
            String file = StreamFiles.segment(segment.number());
            Files.write(own.resolve(file), segment.bytes());
            segments.add(new EncodedSegment(
                    segment.number(),
                    new ObjectRef("media", name + "/" + file, segment.sizeBytes(), ""),
                    "",
                    segment.durationTicks(),
                    segment.iFrames()));
        }
        return new EncodedRendition(
                name,
                rewritten.timescale(),
                new EncodedInit(
                        new ObjectRef(
                                "media",
                                name + "/" + StreamFiles.INIT,
                                rewritten.init().bytes().length,
                                ""),
                        rewritten.init().sha256(),
                        rewritten.init().codecs()),
                segments);
    }

    private void writePlaylists() throws IOException {
        int target = presentation.targetDurationSeconds();
        Files.writeString(folder.resolve(StreamFiles.MASTER), MultivariantPlaylist.complete(presentation));
        Files.writeString(folder.resolve(StreamFiles.GROWING_MASTER), MultivariantPlaylist.growing(presentation));
        Files.writeString(folder.resolve(DashManifest.FILE), DashManifest.write(presentation));
        List<EncodedRendition> tracks = new ArrayList<>();
        presentation.video().forEach(video -> tracks.add(video.track()));
        presentation.audio().forEach(audio -> tracks.add(audio.track()));
        for (EncodedRendition track : tracks) {
            Path own = folder.resolve(track.name());
            Files.writeString(own.resolve(StreamFiles.PLAYLIST), TrackPlaylist.complete(track, target));
            Files.writeString(own.resolve(StreamFiles.GROWING_PLAYLIST), TrackPlaylist.growing(track, target, true));
        }
        for (TextStream text : presentation.text()) {
            Path own = folder.resolve(text.track().name());
            Files.writeString(own.resolve(StreamFiles.PLAYLIST), TrackPlaylist.text(text.track(), target));
            Files.writeString(
                    own.resolve(StreamFiles.GROWING_PLAYLIST), TrackPlaylist.growingText(text.track(), target, true));
        }
        for (VideoStream video : presentation.video()) {
            Files.writeString(
                    folder.resolve(video.rung().name()).resolve(StreamFiles.I_FRAMES),
                    TrackPlaylist.iFrames(video.track()));
        }
    }
}
