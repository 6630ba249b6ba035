package io.anpip.transcode.janitor;

import io.anpip.objectstore.ListedObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says which objects of one video are left over. Pure apart from the markers it asks for.
 *
 * <p>An attempt is left over once its stage has ended without it, or a later generation has begun: nothing it could still write would
 * count. The removal of one that is alive does no harm for the same reason, and the grace makes it rare.
 *
 * @param work everything of the video in the work bucket
 * @param media everything of the video in the media bucket
 * @param marker the text of an object of the work bucket
 */
record Leftovers(List<ListedObject> work, List<ListedObject> media, Function<String, Optional<String>> marker) {

    private static final Pattern GENERATION = Pattern.compile("videos/[^/]+/g(\\d+)/(.*)");
    private static final Pattern MEDIA_ATTEMPT =
            Pattern.compile("(videos/[^/]+/g\\d+/)(thumbnails|chapters|stream/downloads)/([^/]+)/.*");
    private static final Pattern CHOSEN = Pattern.compile("(videos/[^/]+/chosen/)begun/([^/]+)/.*");
    private static final Pattern SOURCE = Pattern.compile("(videos/[^/]+/)source/[^/]+/.*");

    /** Those of the work bucket that are older than the grace. */
    List<ListedObject> inWork(Instant olderThan) {
        if (isDeleted()) {
            return old(work, olderThan)
                    .filter(object -> !object.key().endsWith("/deleted.json"))
                    .toList();
        }
        return old(work, olderThan).filter(this::isLostAttempt).toList();
    }

    /** Those of the media bucket that are older than the grace. */
    List<ListedObject> inMedia(Instant olderThan) {
        if (isDeleted()) {
            return old(media, olderThan).toList();
        }
        return old(media, olderThan).filter(this::isLostMedia).toList();
    }

    private static Stream<ListedObject> old(List<ListedObject> objects, Instant olderThan) {
        return objects.stream().filter(object -> object.lastModified().isBefore(olderThan));
    }

    private boolean isDeleted() {
        return work.stream().anyMatch(object -> object.key().endsWith("/deleted.json"));
    }

    private boolean isLostAttempt(ListedObject object) {
        Matcher source = SOURCE.matcher(object.key());
        if (source.matches()) {
            return marker.apply(source.group(1) + "source.json")
                    .filter(named -> !named.contains(object.key()))
                    .isPresent();
        }
        Matcher chosen = CHOSEN.matcher(object.key());
        if (chosen.matches()) {
            return work.stream().anyMatch(other -> other.key().equals(chosen.group(1) + chosen.group(2) + ".json"));
        }
        Matcher run = GENERATION.matcher(object.key());
        return run.matches()
                && (run.group(2).startsWith("attempts/") || run.group(2).startsWith("begun/"))
                && (hasEnded(run.group(1)) || Integer.parseInt(run.group(1)) < latestGeneration());
    }

    private boolean hasEnded(String generation) {
        return work.stream()
                .anyMatch(object -> object.key().endsWith("/g" + generation + "/transcode.json")
                        || object.key().endsWith("/g" + generation + "/end.json"));
    }

    private int latestGeneration() {
        OptionalInt latest = work.stream()
                .map(object -> GENERATION.matcher(object.key()))
                .filter(Matcher::matches)
                .mapToInt(run -> Integer.parseInt(run.group(1)))
                .max();
        return latest.orElse(0);
    }

    /** Pictures, chapters and files to save lie in folders of attempts; the stage's marker names the one that counts. */
    private boolean isLostMedia(ListedObject object) {
        Matcher attempt = MEDIA_ATTEMPT.matcher(object.key());
        if (!attempt.matches()) {
            return false;
        }
        String stage = attempt.group(2).equals("stream/downloads") ? "downloads" : attempt.group(2);
        return marker.apply(attempt.group(1) + stage + ".json")
                .filter(named -> !named.contains(attempt.group(3)))
                .isPresent();
    }
}
