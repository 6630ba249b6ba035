package io.anpip.thumbnail.render;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Picture;
import io.anpip.schemas.Storyboard;
import io.anpip.thumbnail.command.StillOutputs;
import io.anpip.thumbnail.preview.PreviewFormat;
import io.anpip.thumbnail.render.RenderedPictures.Survey;
import io.anpip.thumbnail.storyboard.StoryboardPlan;
import io.anpip.thumbnail.storyboard.StoryboardVtt;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Puts pictures into the bucket that players read, all below the prefix of one attempt. */
@ApplicationScoped
public class PictureUpload {

    private static final String JPEG = "image/jpeg";
    private static final String VTT = "text/vtt; charset=utf-8";

    private final ObjectStore store;
    private final String bucket;

    public PictureUpload(ObjectStore store, Buckets buckets) {
        this.store = store;
        this.bucket = buckets.media();
    }

    /** Returns when every object is stored. */
    public UploadedPictures store(RenderedPictures pictures, String prefix) {
        Path posterFolder = pictures.posters().folder();
        List<Picture> posters = pictures.posters().sizes().stream()
                .map(size -> new Picture(
                        put(posterFolder, StillOutputs.fileName(size), prefix, JPEG), size.width(), size.height()))
                .toList();
        return new UploadedPictures(
                posters,
                pictures.survey().map(survey -> storyboard(survey, prefix)),
                pictures.survey().map(survey -> preview(survey, prefix)));
    }

    private Storyboard storyboard(Survey survey, String prefix) {
        StoryboardPlan plan = survey.storyboard();
        List<ObjectRef> sheets = IntStream.range(0, plan.sheetCount())
                .mapToObj(sheet -> put(survey.folder(), StoryboardPlan.sheetName(sheet), prefix, JPEG))
                .toList();
        byte[] cues = StoryboardVtt.of(plan).getBytes(StandardCharsets.UTF_8);
        return new Storyboard(
                store.put(bucket, prefix + "storyboard.vtt", VTT, cues).join(),
                sheets,
                plan.tile().width(),
                plan.tile().height(),
                plan.columns(),
                plan.rows(),
                plan.tileCount(),
                plan.interval().toMillis() / 1000.0);
    }

    private ObjectRef preview(Survey survey, String prefix) {
        PreviewFormat format = survey.preview();
        return put(survey.folder(), format.fileName(), prefix, format.contentType());
    }

    private ObjectRef put(Path folder, String name, String prefix, String contentType) {
        return store.put(bucket, prefix + name, contentType, folder.resolve(name))
                .join();
    }
}
