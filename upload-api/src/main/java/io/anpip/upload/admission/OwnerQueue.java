package io.anpip.upload.admission;

import java.util.List;

/**
 * The videos of one owner that wait.
 *
 * @param owner whose they are; empty where nobody says so
 * @param usedBytes what was begun for this owner lately
 * @param videos first come first
 */
public record OwnerQueue(String owner, long usedBytes, List<WaitingVideo> videos) {

    public OwnerQueue {
        videos = List.copyOf(videos);
    }
}
