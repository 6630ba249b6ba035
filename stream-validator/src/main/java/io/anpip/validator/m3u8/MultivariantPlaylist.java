package io.anpip.validator.m3u8;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A playlist that lists renditions.
 *
 * @param address where it was read
 * @param name the same for people
 * @param version EXT-X-VERSION, 1 without one
 * @param independent whether it has EXT-X-INDEPENDENT-SEGMENTS
 * @param variants its variants in order
 * @param media its EXT-X-MEDIA tags
 * @param iFrames its EXT-X-I-FRAME-STREAM-INF tags
 * @param images its EXT-X-IMAGE-STREAM-INF tags
 */
public record MultivariantPlaylist(
        URI address,
        String name,
        int version,
        boolean independent,
        List<Variant> variants,
        List<Attributes> media,
        List<Attributes> iFrames,
        List<Attributes> images) {

    public MultivariantPlaylist {
        variants = List.copyOf(variants);
        media = List.copyOf(media);
        iFrames = List.copyOf(iFrames);
        images = List.copyOf(images);
    }

    /**
     * A variant: EXT-X-STREAM-INF and its URI.
     *
     * @param attributes what the tag says
     * @param uri the line after it; nothing if there was none
     */
    public record Variant(Attributes attributes, Optional<String> uri) {}

    /** The EXT-X-MEDIA tags of a group. */
    public List<Attributes> group(String type, String id) {
        return media.stream()
                .filter(tag -> tag.text("TYPE").filter(type::equals).isPresent())
                .filter(tag -> tag.text("GROUP-ID").filter(id::equals).isPresent())
                .toList();
    }
}
