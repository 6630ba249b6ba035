package io.anpip.validator.check;

import io.anpip.validator.m3u8.Attributes;
import io.anpip.validator.m3u8.MultivariantPlaylist;
import io.anpip.validator.m3u8.MultivariantPlaylist.Variant;
import io.anpip.validator.report.Findings;
import io.anpip.validator.report.Place;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.HlsRule;
import io.anpip.validator.stream.PublishedStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** EXT-X-MEDIA and the groups they form. */
final class GroupCheck implements Check {

    @Override
    public void run(PublishedStream stream, Findings findings) {
        stream.hls().ifPresent(hls -> {
            MultivariantPlaylist master = hls.master();
            Map<String, List<Attributes>> groups = new LinkedHashMap<>();
            for (Attributes media : master.media()) {
                tag(master, media, findings);
                String group = media.text("TYPE").orElse("") + " "
                        + media.text("GROUP-ID").orElse("");
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(media);
            }
            groups.forEach((name, group) -> group(master, name, group, findings));
            members(master, groups, findings);
            for (Variant variant : master.variants()) {
                references(master, variant.attributes(), findings);
            }
        });
    }

    private static void tag(MultivariantPlaylist master, Attributes media, Findings findings) {
        Place place = Place.line(master.name(), media.line());
        for (String name : List.of("TYPE", "GROUP-ID", "NAME")) {
            if (!media.has(name)) {
                findings.add(HlsRule.MEDIA, place, "EXT-X-MEDIA has no " + name);
            }
        }
        String type = media.text("TYPE").orElse("");
        if (type.equals("SUBTITLES") && !media.has("URI")) {
            findings.add(HlsRule.MEDIA, place, "subtitles have no URI");
        }
        if (type.equals("CLOSED-CAPTIONS") && (media.has("URI") || !media.has("INSTREAM-ID"))) {
            findings.add(HlsRule.MEDIA, place, "closed captions want an INSTREAM-ID and no URI");
        }
        if (media.yes("DEFAULT") && media.has("AUTOSELECT") && !media.yes("AUTOSELECT")) {
            findings.add(
                    HlsRule.GROUP, place, "DEFAULT is YES and AUTOSELECT is NO; the default is selected by itself");
        }
        if (media.has("FORCED") && !type.equals("SUBTITLES")) {
            findings.add(HlsRule.MEDIA, place, "FORCED is for subtitles alone");
        }
        for (String name : List.of("LANGUAGE", "ASSOC-LANGUAGE")) {
            media.text(name)
                    .filter(tag -> !Language.isTag(tag))
                    .ifPresent(tag -> findings.add(
                            HlsRule.MEDIA_LANGUAGE,
                            place,
                            name + " is \"" + tag + "\"; a tag such as en or pt-BR is wanted"));
        }
        boolean text = type.equals("SUBTITLES") || type.equals("CLOSED-CAPTIONS");
        if (text && !media.has("LANGUAGE")) {
            findings.add(AppleRule.LANGUAGE, place, "it has no LANGUAGE; und stands for one that is not known");
        }
    }

    private static void group(MultivariantPlaylist master, String name, List<Attributes> group, Findings findings) {
        Set<String> names = new HashSet<>();
        int defaults = 0;
        int withoutUri = 0;
        Map<String, Integer> selectable = new HashMap<>();
        for (Attributes media : group) {
            Place place = Place.line(master.name(), media.line());
            media.text("NAME")
                    .filter(own -> !names.add(own))
                    .ifPresent(own ->
                            findings.add(HlsRule.GROUP, place, "NAME \"" + own + "\" occurs twice in group " + name));
            if (media.yes("DEFAULT") && ++defaults > 1) {
                findings.add(HlsRule.GROUP, place, "group " + name + " has a second default");
            }
            if (media.yes("AUTOSELECT")) {
                String same = media.text("LANGUAGE").orElse("")
                        + media.text("ASSOC-LANGUAGE").orElse("")
                        + media.text("CHARACTERISTICS").orElse("")
                        + media.text("FORCED").orElse("");
                if (selectable.merge(same, 1, Integer::sum) == 2) {
                    findings.add(
                            HlsRule.AUTOSELECT,
                            place,
                            "AUTOSELECT is YES for two renditions of group " + name
                                    + " with equal LANGUAGE, ASSOC-LANGUAGE, CHARACTERISTICS and FORCED");
                }
            }
            boolean audio = media.text("TYPE").filter("AUDIO"::equals).isPresent();
            if (audio && !media.has("URI") && ++withoutUri > 1) {
                findings.add(AppleRule.ALTERNATES_APART, place, "a second rendition of group " + name + " has no URI");
            }
        }
    }

    /** A client that changes to another group with the variant goes on with the rendition it had, so it must be there. */
    private static void members(MultivariantPlaylist master, Map<String, List<Attributes>> groups, Findings findings) {
        Map<String, List<Attributes>> first = new HashMap<>();
        groups.forEach((name, group) -> {
            String type = group.getFirst().text("TYPE").orElse("");
            List<Attributes> other = first.putIfAbsent(type, group);
            if (other != null && !members(group).equals(members(other))) {
                findings.add(
                        HlsRule.SAME_MEMBERS,
                        Place.line(master.name(), group.getFirst().line()),
                        "group " + name + " has other members than the first group of " + type);
            }
        });
    }

    /** All that may not differ between the same rendition in two groups. */
    private static Set<List<String>> members(List<Attributes> group) {
        Set<List<String>> members = new HashSet<>();
        for (Attributes media : group) {
            members.add(List.of(
                    media.text("NAME").orElse(""),
                    media.text("LANGUAGE").orElse(""),
                    media.text("ASSOC-LANGUAGE").orElse(""),
                    media.text("CHARACTERISTICS").orElse(""),
                    "DEFAULT=" + media.yes("DEFAULT"),
                    "AUTOSELECT=" + (media.yes("AUTOSELECT") || media.yes("DEFAULT")),
                    "FORCED=" + media.yes("FORCED")));
        }
        return members;
    }

    private static void references(MultivariantPlaylist master, Attributes variant, Findings findings) {
        Place place = Place.line(master.name(), variant.line());
        for (String type : List.of("AUDIO", "VIDEO", "SUBTITLES", "CLOSED-CAPTIONS")) {
            boolean none = variant.values().getOrDefault(type, "NONE").equals("NONE");
            String group = variant.text(type).orElse("");
            if (!none && master.group(type, group).isEmpty()) {
                findings.add(
                        HlsRule.STREAM_GROUP,
                        place,
                        type + " names group \"" + group + "\", and no EXT-X-MEDIA has it");
            }
        }
    }
}
