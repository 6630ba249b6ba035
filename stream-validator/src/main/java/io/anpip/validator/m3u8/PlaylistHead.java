package io.anpip.validator.m3u8;

import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.HlsRule;
import java.util.List;
import java.util.Optional;

/** Reads what both kinds of playlists have: the version, flags and attribute lists. */
record PlaylistHead(String name, Findings findings) {

    int version(List<PlaylistLine> lines) {
        List<PlaylistLine> versions = lines.stream()
                .filter(line -> line.tag().equals("EXT-X-VERSION"))
                .toList();
        if (versions.size() > 1) {
            findings.add(HlsRule.VERSION, Place.line(name, versions.get(1).number()), "EXT-X-VERSION occurs twice");
        }
        return versions.stream()
                .findFirst()
                .flatMap(line -> whole(line, HlsRule.VERSION))
                .map(Math::toIntExact)
                .orElse(1);
    }

    Optional<Long> whole(PlaylistLine line, HlsRule rule) {
        if (line.value().matches("[0-9]{1,9}")) {
            return Optional.of(Long.valueOf(line.value()));
        }
        findings.add(
                rule,
                Place.line(name, line.number()),
                line.tag() + " is \"" + line.value() + "\"; it takes a whole number");
        return Optional.empty();
    }

    Attributes attributes(PlaylistLine line) {
        Place place = Place.line(name, line.number());
        Attributes attributes = new Attributes(
                line.tag(),
                line.number(),
                AttributeListParser.parse(
                        line.value(), problem -> findings.add(HlsRule.ATTRIBUTES, place, line.tag() + ": " + problem)));
        attributes
                .values()
                .forEach((attribute, value) -> AttributeForm.problem(attribute, value)
                        .ifPresent(
                                problem -> findings.add(HlsRule.ATTRIBUTE_VALUE, place, line.tag() + ": " + problem)));
        return attributes;
    }

    static boolean has(List<PlaylistLine> lines, String tag) {
        return lines.stream().anyMatch(line -> line.tag().equals(tag));
    }
}
