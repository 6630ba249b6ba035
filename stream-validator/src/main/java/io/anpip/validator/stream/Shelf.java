package io.anpip.validator.stream;

import io.anpip.validator.bmff.InitSegment;
import io.anpip.validator.bmff.InitSegmentReader;
import io.anpip.validator.bmff.Malformed;
import io.anpip.validator.m3u8.MediaPlaylist.ByteRange;
import io.anpip.validator.media.MediaFile;
import io.anpip.validator.media.MediaFile.Picture;
import io.anpip.validator.media.MediaFile.WebVtt;
import io.anpip.validator.media.MediaFileReader;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.resource.Fetched;
import io.anpip.validator.resource.Fetched.BeyondLimit;
import io.anpip.validator.resource.Fetched.Found;
import io.anpip.validator.resource.Fetched.Missing;
import io.anpip.validator.resource.Fetched.Outside;
import io.anpip.validator.resource.Limits;
import io.anpip.validator.resource.ResourceSource;
import io.anpip.validator.rule.CmafRule;
import io.anpip.validator.rule.HlsRule;
import io.anpip.validator.rule.StreamRule;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a stream: each is read and measured once, whoever names it, and its bytes are let go. */
final class Shelf {

    private final ResourceSource source;
    private final Limits limits;
    private final Findings findings;
    private final Map<Part, Optional<MediaFile>> media = new HashMap<>();
    private final Map<Part, Optional<InitSegment>> inits = new HashMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private int files;
    private long bytes;

    Shelf(ResourceSource source, Limits limits, Findings findings) {
        this.source = source;
        this.limits = limits;
        this.findings = findings;
    }

    /** A file, or a run of its bytes, as a certain init segment describes it. */
    private record Part(URI address, Optional<ByteRange> range, String init) {}

    /** The name of a file for people. */
    String name(URI address) {
        return source.name(address);
    }

    /** A playlist or a manifest. */
    Optional<byte[]> text(URI address, FileKind kind, Place namedAt) {
        Optional<Found> found = open(address, limits.bytesPerText(), namedAt);
        found.ifPresent(file -> deliver(address, kind, file));
        return found.map(Found::bytes);
    }

    /** An init segment. */
    Optional<InitSegment> init(URI address, Optional<ByteRange> range, Place namedAt) {
        return inits.computeIfAbsent(new Part(address, range, ""), part -> {
            Optional<Found> found = open(address, limits.bytesPerResource(), namedAt);
            found.ifPresent(file -> deliver(address, FileKind.INIT, file));
            return found.flatMap(file -> slice(file.bytes(), range, namedAt)).flatMap(own -> {
                try {
                    return Optional.of(InitSegmentReader.read(own));
                } catch (Malformed malformed) {
                    findings.add(
                            CmafRule.HEADER,
                            Place.of(name(address)),
                            "the init segment cannot be read: " + malformed.getMessage());
                    return Optional.empty();
                }
            });
        });
    }

    /** A media file. */
    Optional<MediaFile> media(URI address, Optional<ByteRange> range, Optional<InitSegment> init, Place namedAt) {
        return media.computeIfAbsent(
                new Part(address, range, init.map(InitSegment::sha256).orElse("")), part -> {
                    Optional<Found> found = open(address, limits.bytesPerResource(), namedAt);
                    Optional<MediaFile> read = found.flatMap(file -> slice(file.bytes(), range, namedAt))
                            .map(own -> MediaFileReader.read(
                                    own,
                                    init.flatMap(
                                            segment -> segment.tracks().stream().findFirst())));
                    read.ifPresent(file -> deliver(address, kind(file), found.orElseThrow()));
                    return read;
                });
    }

    PublishedStream stream(Optional<HlsStream> hls, Optional<DashStream> dash) {
        return new PublishedStream(hls, dash, deliveries, files, bytes);
    }

    private static FileKind kind(MediaFile file) {
        return switch (file) {
            case WebVtt _ -> FileKind.TEXT;
            case Picture _ -> FileKind.PICTURE;
            case MediaFile.Cmaf _, MediaFile.TransportStream _, MediaFile.Unreadable _ -> FileKind.SEGMENT;
        };
    }

    private Optional<Found> open(URI address, int maxBytes, Place namedAt) {
        if (files >= limits.resources()) {
            findings.add(
                    StreamRule.LIMIT,
                    namedAt,
                    "more than " + limits.resources() + " files are named; no more are read");
            return Optional.empty();
        }
        files++;
        Fetched fetched = source.fetch(address, maxBytes);
        return switch (fetched) {
            case Found found -> {
                bytes += found.bytes().length;
                yield Optional.of(found);
            }
            case Missing(String reason) -> none(StreamRule.EXISTS, namedAt, address, reason);
            case Outside(String reason) -> none(StreamRule.INSIDE, namedAt, address, reason);
            case BeyondLimit(String reason) -> none(StreamRule.LIMIT, namedAt, address, reason);
        };
    }

    private Optional<Found> none(StreamRule rule, Place namedAt, URI address, String reason) {
        findings.add(rule, namedAt, name(address) + ": " + reason);
        return Optional.empty();
    }

    private Optional<byte[]> slice(byte[] whole, Optional<ByteRange> range, Place namedAt) {
        if (range.isEmpty()) {
            return Optional.of(whole);
        }
        if (range.get().end() > whole.length) {
            findings.add(
                    HlsRule.BYTE_RANGE,
                    namedAt,
                    "the range ends at byte " + range.get().end() + ", and the file has " + whole.length);
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOfRange(
                whole, (int) range.get().offset(), (int) range.get().end()));
    }

    private void deliver(URI address, FileKind kind, Found found) {
        found.headers().ifPresent(headers -> deliveries.add(new Delivery(name(address), kind, headers)));
    }
}
