package io.anpip.upload.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.VideoStatus;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.session.WrongSizedChunk;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalProblemTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new Refusal.NoSuchUpload(), 404, "no upload"),
                Arguments.of(new Refusal.NoSuchVideo(), 404, "no video"),
                Arguments.of(new Refusal.TooManyRequests(), 429, "Try again"),
                Arguments.of(new Refusal.NoSuchDeadLetter(), 404, "No dead letter"),
                Arguments.of(new Refusal.NotAnOperator(), 401, "operator token"),
                Arguments.of(
                        new Refusal.NoSuchProfile(new TreeSet<>(List.of("fast", "default"))), 400, "default, fast"),
                Arguments.of(new Refusal.FileTooLarge(11, 10), 413, "at most 10"),
                Arguments.of(new Refusal.TooManyOpenUploads(3), 429, "3 unfinished uploads"),
                Arguments.of(new Refusal.TooManyVideosWaiting(), 429, "More videos wait"),
                Arguments.of(new Refusal.UploadNotOpen(UploadState.FINALIZED), 409, "finalized"),
                Arguments.of(new Refusal.UploadNotOpen(UploadState.ABORTED), 409, "Begin a new one"),
                Arguments.of(new Refusal.NoSuchChunk("4", 3), 404, "1 to 3"),
                Arguments.of(new Refusal.MalformedBody("a JSON object"), 400, "a JSON object"),
                Arguments.of(new Refusal.MalformedChecksum(), 400, "32 bytes"),
                Arguments.of(new Refusal.ChunkNotStored(2), 409, "Chunk 2"),
                Arguments.of(new Refusal.ChunkWrongSized(new WrongSizedChunk(2, 10, 9)), 409, "10 bytes; 9"),
                Arguments.of(new Refusal.UploadIncomplete(List.of(1, 2), List.of()), 409, "2 chunks are missing"),
                Arguments.of(
                        new Refusal.UploadIncomplete(List.of(), List.of(new WrongSizedChunk(1, 2, 3))),
                        409,
                        "1 chunk has the wrong size"),
                Arguments.of(new Refusal.VideoNotAtEnd(VideoStatus.PLAYABLE), 409, "PLAYABLE"),
                Arguments.of(new Refusal.NoSource(), 409, "never completed"),
                Arguments.of(new Refusal.LengthUnknown(), 409, "not known yet"),
                Arguments.of(new Refusal.UnfitChapters("Chapter 2 has no title."), 400, "Chapter 2"),
                Arguments.of(new Refusal.SourceUnknown(), 409, "not known yet"),
                Arguments.of(new Refusal.NoPicture(), 409, "no picture"),
                Arguments.of(new Refusal.OutsideVideo(61.5, 60), 400, "'timeSeconds' is 61.5"),
                Arguments.of(new Refusal.MalformedCursor(), 400, "nextCursor"),
                Arguments.of(new Refusal.TooManyStreams(5), 503, "5 event streams"),
                Arguments.of(new Refusal.WrongOffset(5, 7), 409, "number 5, and not 7"),
                Arguments.of(new Refusal.WrongSize(10), 400, "10 bytes"),
                Arguments.of(new Refusal.JoinedFromOthers(), 403, "joined from others"),
                Arguments.of(new Refusal.UnevenParts(5), 409, "5 bytes or more"),
                Arguments.of(new Refusal.NotOffered("Send it in parts."), 400, "in parts"),
                Arguments.of(new Refusal.ChecksumMismatch(), 460, "none of them was taken"),
                Arguments.of(new Refusal.AlreadyReceiving(), 423, "Another request"),
                Arguments.of(new Refusal.IntakeFull(), 503, "memory"),
                Arguments.of(new Refusal.SenderSilent(), 408, "go on from there"),
                Arguments.of(new Refusal.DatabaseAway(), 503, "database"),
                Arguments.of(new Refusal.StoreAway(), 503, "object store"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalIsAProblemThatSaysWhatWasExpected(Refusal refusal, int status, String sentence) {
        HttpProblem problem = RefusalProblem.of(refusal);
        assertThat(problem.getStatusCode()).isEqualTo(status);
        assertThat(problem.getDetail()).contains(sentence).endsWith(".");
        assertThat(problem.getParameters()).containsKey("code");
        assertThat(problem.getType())
                .hasToString("urn:anpip:problem:" + problem.getParameters().get("code"));
    }

    @Test
    void noRefusalIsLeftOutAbove() {
        Set<Class<?>> shown =
                refusals().map(arguments -> arguments.get()[0].getClass()).collect(Collectors.toSet());
        assertThat(shown).isEqualTo(Set.of(Refusal.class.getPermittedSubclasses()));
    }

    @Test
    void listsThatCouldBeLongAreCutAndCounted() {
        List<Integer> all = IntStream.rangeClosed(1, 9000).boxed().toList();
        HttpProblem problem = RefusalProblem.of(new Refusal.UploadIncomplete(all, List.of()));
        assertThat(problem.getParameters()).containsEntry("missingCount", 9000);
        assertThat((List<?>) problem.getParameters().get("missing")).hasSize(1000);
    }
}
