package io.anpip.chapter.picture;

import java.util.List;

/**
 * The pictures of a video that are coded by themselves, so that they are had without decoding the others.
 *
 * @param pictures the pictures in order
 * @param times when each is shown, seconds from the start of the file
 */
public record KeyPictures(Pictures pictures, List<Double> times) {

    public KeyPictures {
        times = List.copyOf(times);
    }

    /** How many there are, with a picture and a time. */
    public int count() {
        return Math.min(pictures.count(), times.size());
    }
}
