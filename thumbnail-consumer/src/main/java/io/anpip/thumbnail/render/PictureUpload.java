package io.anpip.thumbnail.render;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Picture;
import io.anpip.schemas.Storyboard;
import io.anpip.thumbnail.command.StillOutputs;
import io.anpip.thumbnail.preview.PreviewFormat;
import io.anpip.thumbnail.render.RenderedPictures.Posters;
import io.anpip.thumbnail.render.RenderedPictures.Survey;
import io.anpip.thumbnail.storyboard.ImagePlaylist;
import io.anpip.thumbnail.storyboard.StoryboardJson;
import io.anpip.thumbnail.storyboard.StoryboardPlan;
import io.anpip.thumbnail.storyboard.StoryboardVtt;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts pictures into the bucket that players read, all below the prefix of one attempt. */
@ApplicationScoped
public class PictureUpload {

    private static final String JPEG = "image/jpeg";
    private static final String JSON = "application/json";
    private static final String PLAYLIST = "application/vnd.apple.mpegurl";
    private static final String VTT = "text/vtt; charset=utf-8";

    private final ObjectStore store;
    private final String bucket;

    public PictureUpload(ObjectStore store, Buckets buckets) {
        this.store = store;
        this.bucket = buckets.media();
    }

    /** Returns when every object is stored. */
    public UploadedPictures store(RenderedPictures pictures, String prefix) {
        return new UploadedPictures(
                store(pictures.posters(), prefix),
                pictures.survey().map(survey -> storyboard(survey, prefix)),
                pictures.survey().map(survey -> preview(survey, prefix)));
    }

    /** Returns when every size is stored. */
    public List<Picture> store(Posters posters, String prefix) {
        return posters.sizes().stream()
                .map(size -> new Picture(
                        put(posters.folder(), StillOutputs.fileName(size), prefix, JPEG), size.width(), size.height()))
                .toList();
    }

    private Storyboard storyboard(Survey survey, String prefix) {
        StoryboardPlan plan = survey.storyboard();
        List<ObjectRef> sheets = IntStream.range(0, plan.sheetCount())
                .mapToObj(sheet -> put(survey.folder(), StoryboardPlan.sheetName(sheet), prefix, JPEG))
                .toList();
        return new Storyboard(
                put(prefix + "storyboard.vtt", VTT, StoryboardVtt.of(plan)),
                sheets,
                plan.tile().width(),
                plan.tile().height(),
                plan.columns(),
                plan.rows(),
                plan.tileCount(),
                plan.interval().toMillis() / 1000.0,
                Optional.of(put(
                        prefix + "storyboard.json",
                        JSON,
                        StoryboardJson.of(plan).toBytes())),
                Optional.of(put(prefix + ImagePlaylist.FILE, PLAYLIST, ImagePlaylist.of(plan))));
    }

    private ObjectRef preview(Survey survey, String prefix) {
        PreviewFormat format = survey.preview();
        return put(survey.folder(), format.fileName(), prefix, format.contentType());
    }

    private ObjectRef put(String key, String contentType, String text) {
        return put(key, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectRef put(String key, String contentType, byte[] bytes) {
        return store.put(bucket, key, contentType, bytes).join();
    }

    private ObjectRef put(Path folder, String name, String prefix, String contentType) {
        return store.put(bucket, prefix + name, contentType, folder.resolve(name))
                .join();
    }
}
