package io.anpip.validator.bmff;

import java.util.List;

/**
 * A media segment, measured.
 *
 * @param bytes its size
 * @param boxes types of its boxes in order
 * @param fragments its movie fragments in order
 */
public record SegmentFile(long bytes, List<String> boxes, List<Fragment> fragments) {

    public SegmentFile {
        boxes = List.copyOf(boxes);
        fragments = List.copyOf(fragments);
    }

    /** Whether every fragment says when it is decoded. */
    public boolean isTimed() {
        return fragments.stream().allMatch(fragment -> fragment.decodeTimes() > 0);
    }

    /** Ticks of all its samples. */
    public long durationTicks() {
        return fragments.stream().mapToLong(Fragment::durationTicks).sum();
    }

    /** Samples in it. */
    public long samples() {
        return fragments.stream().mapToLong(Fragment::samples).sum();
    }

    /** When its first sample is decoded, in ticks; 0 without a tfdt. */
    public long decodeTicks() {
        return fragments.isEmpty() ? 0 : fragments.getFirst().decodeTicks();
    }
}
