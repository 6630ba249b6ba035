package io.anpip.transcode.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sound that players choose among when they play in one quality: one rendition of every track.
 *
 * <p>RFC 8216 (4.3.4.1.1) wants the same members in every group, so a track that has not this quality is there in stereo.
 *
 * @param id name of the group
 * @param members one rendition for each track, in the order of the tracks
 */
public record AudioGroup(String id, List<AudioStream> members) {

    public AudioGroup {
        members = List.copyOf(members);
    }

    /** The groups of a presentation: stereo first. */
    public static List<AudioGroup> of(List<AudioStream> audio) {
        Map<Integer, AudioStream> usual = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        audio.forEach(stream -> {
            usual.putIfAbsent(stream.rendition().trackIndex(), stream);
            ids.add(stream.rendition().group());
        });
        List<AudioGroup> groups = new ArrayList<>();
        for (String id : ids) {
            Map<Integer, AudioStream> members = new LinkedHashMap<>(usual);
            audio.stream()
                    .filter(stream -> stream.rendition().group().equals(id))
                    .forEach(stream -> members.put(stream.rendition().trackIndex(), stream));
            groups.add(new AudioGroup(id, List.copyOf(members.values())));
        }
        return List.copyOf(groups);
    }

    /** What players start with. */
    public AudioStream first() {
        return members.stream()
                .filter(member -> member.rendition().byDefault())
                .findFirst()
                .orElse(members.getFirst());
    }

    /** RFC 6381 codecs of all members, with commas between them. */
    public String codecs() {
        return String.join(
                ",",
                members.stream()
                        .map(member -> member.track().init().codecs())
                        .distinct()
                        .toList());
    }
}
