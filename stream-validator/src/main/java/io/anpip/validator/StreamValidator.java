package io.anpip.validator;

import io.anpip.validator.check.Check;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.report.Report;
import io.anpip.validator.resource.Fetched.Found;
import io.anpip.validator.resource.FolderSource;
import io.anpip.validator.resource.Limits;
import io.anpip.validator.resource.ResourceSource;
import io.anpip.validator.resource.WebSource;
import io.anpip.validator.rule.StreamRule;
import io.anpip.validator.stream.PublishedStream;
import io.anpip.validator.stream.StreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Validates one stream.
 *
 * <p>Of a folder, {@code master.m3u8} and {@code manifest.mpd} are the entrances; of a playlist, {@code manifest.mpd} beside it is
 * looked at too. Failure: nothing is thrown for what a stream is or lacks; whatever cannot be read is a finding.
 */
public final class StreamValidator {

    private static final String MASTER = "master.m3u8";
    private static final String MANIFEST = "manifest.mpd";

    private final String subject;
    private final ResourceSource source;
    private final Optional<URI> master;
    private final Optional<URI> manifest;
    private final Limits limits;

    private StreamValidator(
            String subject, ResourceSource source, Optional<URI> master, Optional<URI> manifest, Limits limits) {
        this.subject = subject;
        this.source = source;
        this.master = master;
        this.manifest = manifest;
        this.limits = limits;
    }

    /** Of a stream in a folder; or of one playlist or manifest, whose folder is that of the stream. */
    public static StreamValidator ofFolder(Path path) {
        return ofFolder(path, Limits.standard());
    }

    /** Of a stream in a folder, with limits of one's own. */
    public static StreamValidator ofFolder(Path path, Limits limits) {
        Path whole = path.toAbsolutePath().normalize();
        boolean file = Files.isRegularFile(whole);
        Path parent = whole.getParent();
        Path folder = file && parent != null ? parent : whole;
        FolderSource source = new FolderSource(folder);
        if (file) {
            String name = String.valueOf(whole.getFileName());
            return ofEntrance(path.toString(), source, source.base().resolve(whole.toUri()), name, limits);
        }
        return new StreamValidator(
                path.toString(), source, beside(source, MASTER, limits), beside(source, MANIFEST, limits), limits);
    }

    /** Of a stream on a web server: the address of its multivariant playlist or of its manifest. */
    public static StreamValidator ofUrl(URI address) {
        return ofUrl(address, Limits.standard());
    }

    /**
     * Of a stream on a web server, with limits of one's own.
     *
     * @throws IllegalArgumentException if the address is not an http or https address with a host
     */
    public static StreamValidator ofUrl(URI address, Limits limits) {
        boolean web = String.valueOf(address.getScheme()).matches("(?i)https?") && address.getHost() != null;
        if (!web) {
            throw new IllegalArgumentException("An http or https address is wanted, not " + address);
        }
        return ofEntrance(
                address.toString(), new WebSource(address, limits), address, String.valueOf(address.getPath()), limits);
    }

    private static StreamValidator ofEntrance(
            String subject, ResourceSource source, URI entrance, String name, Limits limits) {
        if (name.endsWith(".mpd")) {
            return new StreamValidator(subject, source, Optional.empty(), Optional.of(entrance), limits);
        }
        return new StreamValidator(subject, source, Optional.of(entrance), beside(source, MANIFEST, limits), limits);
    }

    private static Optional<URI> beside(ResourceSource source, String name, Limits limits) {
        URI address = source.base().resolve(name);
        return source.fetch(address, limits.bytesPerText()) instanceof Found ? Optional.of(address) : Optional.empty();
    }

    /** Reads the stream and checks all rules. */
    public Report validate() {
        Findings findings = new Findings();
        if (master.isEmpty() && manifest.isEmpty()) {
            findings.add(
                    StreamRule.ENTRANCE,
                    Place.of(subject),
                    "there is neither " + MASTER + " nor " + MANIFEST + " in it");
        }
        PublishedStream stream = StreamReader.read(source, master, manifest, limits, findings);
        Check.all().forEach(check -> check.run(stream, findings));
        return new Report(subject, stream.extent(), findings.told(), findings.counts());
    }
}
