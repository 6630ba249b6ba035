package io.anpip.upload.intake;

import io.anpip.upload.session.ChunkRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides which objects become one where files are joined. The store joins only objects of 5 MiB and more, but for the last: one that is
 * smaller, the end of a file that was cut off there, is made one with what comes after it.
 */
public final class Seams {

    private Seams() {}

    /**
     * Groups objects in order; a group of one is taken as it is.
     *
     * @param sizes bytes of each object, none of them zero
     * @return positions in {@code sizes}, each group without a gap
     */
    public static List<List<Integer>> of(List<Long> sizes) {
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> group = new ArrayList<>();
        long bytes = 0;
        for (int position = 0; position < sizes.size(); position++) {
            group.add(position);
            bytes += sizes.get(position);
            if (bytes >= ChunkRules.MIN_BYTES) {
                groups.add(List.copyOf(group));
                group.clear();
                bytes = 0;
            }
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return groups;
    }
}
