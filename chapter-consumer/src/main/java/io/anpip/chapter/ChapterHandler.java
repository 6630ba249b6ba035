package io.anpip.chapter;

import io.anpip.chapter.document.ChapterList;
import io.anpip.chapter.document.ChapterUpload;
import io.anpip.chapter.scan.ChapterSearch;
import io.anpip.chapter.scan.SearchOutcome.Failed;
import io.anpip.chapter.scan.SearchOutcome.Found;
import io.anpip.chapter.scan.SearchOutcome.NotNow;
import io.anpip.messaging.EventHandler;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.StageEnd;
import io.anpip.objectstore.StageResult;
import io.anpip.schemas.ChaptersFailed;
import io.anpip.schemas.ChaptersPublished;
import io.anpip.schemas.Failure;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.VideoEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Finds the chapters of a source once, and answers how that ended: with a list, or with a reason a person understands. */
@ApplicationScoped
public class ChapterHandler implements EventHandler {

    private final StageEnd stageEnd;
    private final ChapterSearch search;
    private final ChapterUpload upload;
    private final String mediaBucket;
    private final Clock clock = Clock.systemUTC();

    public ChapterHandler(StageEnd stageEnd, ChapterSearch search, ChapterUpload upload, Buckets buckets) {
        this.stageEnd = stageEnd;
        this.search = search;
        this.upload = upload;
        this.mediaBucket = buckets.media();
    }

    @Override
    public HandlingOutcome handle(VideoEvent event) {
        return event instanceof SourceReady source ? chapters(source) : HandlingOutcome.nothing();
    }

    private HandlingOutcome chapters(SourceReady source) {
        String run = "videos/" + source.videoId() + "/g" + source.generation();
        var attempt = new StageEnd.Attempt(
                source.videoId(), run + "/chapters.json", mediaBucket, run + "/chapters/" + UUID.randomUUID() + '/');
        return switch (stageEnd.reach(
                attempt, () -> work(source, attempt.prefix()), failure -> failed(source, failure))) {
            case StageResult.Finished(VideoEvent end) -> HandlingOutcome.ended(end);
            case StageResult.NotNow(String reason) -> new HandlingOutcome.TryAgain(reason);
            case StageResult.VideoGone ignored -> HandlingOutcome.nothing();
        };
    }

    private StageResult.Work work(SourceReady source, String prefix) {
        return switch (search.chaptersOf(source)) {
            case Found(ChapterList chapters) -> new StageResult.Finished(published(source, chapters, prefix));
            case Failed(Failure failure) -> new StageResult.Finished(failed(source, failure));
            case NotNow(String reason) -> new StageResult.NotNow(reason);
        };
    }

    private ChaptersFailed failed(SourceReady source, Failure failure) {
        return new ChaptersFailed(source.videoId(), source.generation(), failure, clock.instant());
    }

    private ChaptersPublished published(SourceReady source, ChapterList chapters, String prefix) {
        ChapterUpload.Files files = upload.store(chapters, prefix);
        return new ChaptersPublished(
                source.videoId(),
                source.generation(),
                chapters.origin().name(),
                chapters.plain(),
                files.vtt(),
                files.json(),
                clock.instant());
    }
}
