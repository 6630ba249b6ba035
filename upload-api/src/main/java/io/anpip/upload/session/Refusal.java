package io.anpip.upload.session;

import io.anpip.schemas.VideoStatus;
import java.util.List;
import java.util.SortedSet;

/** Why a request is not done, as a value; each kind becomes one sentence for the client. */
public sealed interface Refusal {

    /** No upload has this id. */
    record NoSuchUpload() implements Refusal {}

    /** No video has this id. */
    record NoSuchVideo() implements Refusal {}

    /** No such encoding profile is offered. */
    record NoSuchProfile(SortedSet<String> offered) implements Refusal {}

    /** The announced file is larger than allowed. */
    record FileTooLarge(long sizeBytes, long limitBytes) implements Refusal {}

    /** As many uploads are open as this service allows. */
    record TooManyOpenUploads(int limit) implements Refusal {}

    /** As many videos wait for their turn as this service allows. */
    record TooManyVideosWaiting() implements Refusal {}

    /** The upload takes no chunks any more. */
    record UploadNotOpen(UploadState state) implements Refusal {}

    /** What was sent is not the number of a chunk of this upload. */
    record NoSuchChunk(String sent, int chunkCount) implements Refusal {}

    /** The body is not what it should be. */
    record MalformedBody(String expected) implements Refusal {}

    /** The checksum is not the base64 of 32 bytes. */
    record MalformedChecksum() implements Refusal {}

    /** The store does not have the chunk. */
    record ChunkNotStored(int number) implements Refusal {}

    /** The store has the chunk with another size. */
    record ChunkWrongSized(WrongSizedChunk chunk) implements Refusal {}

    /** Chunks are missing or have the wrong size. */
    record UploadIncomplete(List<Integer> missing, List<WrongSizedChunk> wrongSized) implements Refusal {
        public UploadIncomplete {
            missing = List.copyOf(missing);
            wrongSized = List.copyOf(wrongSized);
        }
    }

    /** The video is not at an end that it could be made again from. */
    record VideoNotAtEnd(VideoStatus status) implements Refusal {}

    /** The video has no source: its upload was given up. */
    record NoSource() implements Refusal {}

    /** The length of the video is not known yet. */
    record LengthUnknown() implements Refusal {}

    /** A chapter does not fit. */
    record UnfitChapters(String sentence) implements Refusal {}

    /** Nobody has looked into the file yet, or it could not be read. */
    record SourceUnknown() implements Refusal {}

    /** The video is sound alone. */
    record NoPicture() implements Refusal {}

    /** The moment lies outside the video. */
    record OutsideVideo(double timeSeconds, double durationSeconds) implements Refusal {}

    /** The cursor is none of ours. */
    record MalformedCursor() implements Refusal {}

    /** As many clients watch as this process allows. */
    record TooManyStreams(int limit) implements Refusal {}

    /** As many requests wait as this service allows. */
    record TooManyRequests() implements Refusal {}

    /** No dead letter stands there. */
    record NoSuchDeadLetter() implements Refusal {}

    /** The operators' part is closed, or the token is not the right one. */
    record NotAnOperator() implements Refusal {}

    /** Bytes of another place than the one that is next were sent. */
    record WrongOffset(long expected, long sent) implements Refusal {}

    /** More bytes were sent than the file was announced with, or a range of a file of another size. */
    record WrongSize(long announced) implements Refusal {}

    /** The upload was joined from others; bytes are sent to those. */
    record JoinedFromOthers() implements Refusal {}

    /** The client has cut the file into parts that can't be joined. */
    record UnevenParts(long leastBytes) implements Refusal {}

    /** This way of sending a file is not offered; another is. */
    record NotOffered(String instead) implements Refusal {}

    /** The bytes do not hash to what was promised. */
    record ChecksumMismatch() implements Refusal {}

    /** Another request brings bytes of this upload just now. */
    record AlreadyReceiving() implements Refusal {}

    /** There is no memory left for bytes on their way. */
    record IntakeFull() implements Refusal {}

    /** The client stopped sending. */
    record SenderSilent() implements Refusal {}

    /** The object store did not answer, or not in time. */
    record StoreAway() implements Refusal {}

    /** The database did not answer in time. */
    record DatabaseAway() implements Refusal {}

    /** This refusal as a failure to pass on; a transaction it passes through is rolled back. */
    default RefusedException asException() {
        return new RefusedException(this);
    }
}
