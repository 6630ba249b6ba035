package io.anpip.upload.admission;

import io.anpip.schemas.VideoId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Gives each free turn to the owner for whom least was begun lately. So owners who always have work share the encoders evenly, whatever
 * the number and the size of their videos, and who comes with a few goes before who brought hundreds.
 *
 * <p>A form of fair queueing (Demers, Keshav and Shenker, SIGCOMM 1989) that needs no state but what was begun, which the database has. Pure.
 */
public final class FairTurns {

    private FairTurns() {}

    /** The videos to begin with now, at most so many, in order. */
    public static List<VideoId> next(List<OwnerQueue> queues, int free) {
        PriorityQueue<Owner> owners = new PriorityQueue<>(
                Comparator.<Owner>comparingLong(owner -> owner.usedBytes).thenComparing(owner -> owner.name));
        queues.stream()
                .filter(queue -> !queue.videos().isEmpty())
                .map(Owner::new)
                .forEach(owners::add);
        List<VideoId> turns = new ArrayList<>();
        while (turns.size() < free && !owners.isEmpty()) {
            Owner owner = owners.remove();
            WaitingVideo video = owner.videos.remove();
            turns.add(video.id());
            owner.usedBytes += video.costBytes();
            if (!owner.videos.isEmpty()) {
                owners.add(owner);
            }
        }
        return List.copyOf(turns);
    }

    private static final class Owner {
        private final String name;
        private final Deque<WaitingVideo> videos;
        private long usedBytes;

        private Owner(OwnerQueue queue) {
            this.name = queue.owner();
            this.videos = new ArrayDeque<>(queue.videos());
            this.usedBytes = queue.usedBytes();
        }
    }
}
