package io.anpip.chapter.picture;

/**
 * Pictures of a stretch of a video, taken at a steady rate.
 *
 * @param pictures the pictures in order
 * @param startSeconds time of the first one in the video
 * @param rate pictures a second
 */
public record PictureTrail(Pictures pictures, double startSeconds, double rate) {

    /** How many there are. */
    public int count() {
        return pictures.count();
    }

    /** Time of a picture in the video, seconds. */
    public double timeOf(int picture) {
        return startSeconds + picture / rate;
    }
}
