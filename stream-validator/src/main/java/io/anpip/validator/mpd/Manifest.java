package io.anpip.validator.mpd;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A media presentation description.
 *
 * @param address where it was read
 * @param name the same for people
 * @param attributes attributes of MPD
 * @param periods its periods in order
 */
public record Manifest(URI address, String name, Map<String, String> attributes, List<Period> periods) {

    public Manifest {
        attributes = Map.copyOf(attributes);
        periods = List.copyOf(periods);
    }

    /** An attribute. */
    public Optional<String> text(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** An attribute that is a duration, in seconds. */
    public Optional<Double> seconds(String attribute) {
        return text(attribute).flatMap(XmlDuration::seconds);
    }

    /** How long the first period is, in seconds. */
    public Optional<Double> periodSeconds() {
        return periods.stream()
                .findFirst()
                .flatMap(Period::seconds)
                .or(() -> periods.size() == 1 ? seconds("mediaPresentationDuration") : Optional.empty());
    }

    /** A period. */
    public record Period(Optional<Double> seconds, List<AdaptationSet> sets) {
        public Period {
            sets = List.copyOf(sets);
        }
    }

    /**
     * An adaptation set.
     *
     * @param place where it is, for people, such as "AdaptationSet 1"
     * @param attributes its own attributes
     * @param properties its EssentialProperty elements
     * @param representations its representations
     */
    public record AdaptationSet(
            String place,
            Map<String, String> attributes,
            List<Descriptor> properties,
            List<Representation> representations) {

        private static final String TRICK_MODE = "http://dashif.org/guidelines/trickmode";

        public AdaptationSet {
            attributes = Map.copyOf(attributes);
            properties = List.copyOf(properties);
            representations = List.copyOf(representations);
        }

        /** An attribute. */
        public Optional<String> text(String attribute) {
            return Optional.ofNullable(attributes.get(attribute));
        }

        /** video, audio, text or image: by contentType, else by the media type; empty if neither says. */
        public String contentType() {
            return text("contentType")
                    .or(() -> representations.stream()
                            .flatMap(representation -> representation.text("mimeType").stream())
                            .map(type -> type.replaceFirst("/.*", ""))
                            .findFirst())
                    .orElse("");
        }

        /** The property that makes it a trick mode set. */
        public Optional<Descriptor> trickMode() {
            return properties.stream()
                    .filter(property -> property.scheme().equals(TRICK_MODE))
                    .findFirst();
        }
    }

    /**
     * A representation, with everything it inherits.
     *
     * @param id its id; empty without one
     * @param base the address its names are relative to
     * @param attributes its attributes over those of its set
     * @param properties its EssentialProperty elements and those of its set
     * @param channels its AudioChannelConfiguration elements, or those of its set
     * @param addressing how its segments are named
     */
    public record Representation(
            String id,
            URI base,
            Map<String, String> attributes,
            List<Descriptor> properties,
            List<Descriptor> channels,
            Addressing addressing) {

        private static final String TILES = "http://dashif.org/guidelines/thumbnail_tile";
        private static final String OLD_TILES = "http://dashif.org/thumbnail_tile";

        public Representation {
            attributes = Map.copyOf(attributes);
            properties = List.copyOf(properties);
            channels = List.copyOf(channels);
        }

        /** An attribute. */
        public Optional<String> text(String attribute) {
            return Optional.ofNullable(attributes.get(attribute));
        }

        /** An attribute that is a whole number. */
        public Optional<Long> whole(String attribute) {
            return text(attribute).filter(value -> value.matches("[0-9]{1,18}")).map(Long::valueOf);
        }

        /** The property that makes it sheets of tiles. */
        public Optional<Descriptor> tiles() {
            return properties.stream()
                    .filter(property ->
                            property.scheme().equals(TILES) || property.scheme().equals(OLD_TILES))
                    .findFirst();
        }
    }
}
